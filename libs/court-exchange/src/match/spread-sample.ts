import { createHash } from 'node:crypto';
import { type MatchQuestion } from '../formats/match';

/**
 * A sample for the file that is tried first: spread over courts, then over shapes of numbers and years within each, so that what a
 * court's system cannot look up shows in fifty rows and not in sixty thousand. The same questions give the same sample.
 */
export function spreadSample(questions: readonly MatchQuestion[], size: number): readonly MatchQuestion[] {
  const courts = new Map<string, Map<string, MatchQuestion[]>>();
  for (const question of questions) {
    const strata = courts.get(question.courthouse) ?? new Map<string, MatchQuestion[]>();
    courts.set(question.courthouse, strata);
    const stratum = `${numberShape(question.caseNumber)} ${yearsOf(question)}`;
    strata.set(stratum, [...(strata.get(stratum) ?? []), question]);
  }
  const queues = [...courts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, strata]) =>
      inTurns(
        [...strata].sort(([a], [b]) => order(a, b)).map(([, own]) => [...own].sort((a, b) => order(a.ref, b.ref))),
      ),
    );
  const taken = new Set(inTurns(queues).slice(0, size));
  return questions.filter((question) => taken.has(question));
}

/** `BA-123456` as `A-9`: letters and digits, however many; what a court's system reads or does not read. */
export function numberShape(caseNumber: string): string {
  return caseNumber
    .toUpperCase()
    .replace(/[A-Z]+/g, 'A')
    .replace(/[0-9]+/g, '9');
}

/** Ten years together: court systems are changed about as often. */
function yearsOf({ counts }: MatchQuestion): string {
  return (counts[0]?.convictionDate ?? '').slice(0, 3);
}

/** The first of each, then the second of each, and so on. */
function inTurns<Item>(queues: readonly (readonly Item[])[]): Item[] {
  const items: Item[] = [];
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn++) {
    for (const queue of queues) {
      const item = queue[turn];
      if (item !== undefined) items.push(item);
    }
  }
  return items;
}

/** As good as by chance, and the same every time. */
function order(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest('hex')) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}
