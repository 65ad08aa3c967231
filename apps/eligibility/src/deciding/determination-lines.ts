import { OUTCOMES, RELIEFS, STANDINGS, type OutcomeCode } from '@clearway/contracts';
import { type MemberPlace } from '@clearway/content-store';
import { copyLine } from '@clearway/persistence';
import { type DecidedConviction, type DecidedPerson } from '@clearway/rules';

const LETTERS = { yes: 'y', no: 'n', 'cannot-tell': '?' } as const;

/** `HS 11358`; empty where the charge could not be read. */
export function sectionOf({ offence }: DecidedConviction): string {
  return offence.section === '' ? '' : `${offence.code} ${offence.section}`;
}

/** The compact rows of a batch in the order of its people, as COPY wants them, and how often each outcome occurs. */
export function determinationLines(
  key: readonly [string, string, number, number],
  people: readonly DecidedPerson[],
  places: readonly MemberPlace[],
): { readonly lines: string; readonly convictions: number; readonly outcomes: Partial<Record<OutcomeCode, number>> } {
  const outcomes: Partial<Record<OutcomeCode, number>> = {};
  let lines = '';
  let convictions = 0;
  for (const [index, person] of people.entries()) {
    const member = places[index] ?? { offset: 0, length: 0 };
    for (const conviction of person.convictions) {
      const { determination, row } = conviction;
      const { outcome, relief, floor, standing, questions, trace } = determination;
      lines += copyLine([
        ...key, convictions, person.person, conviction.key, conviction.basis ?? '',
        OUTCOMES.indexOf(outcome), RELIEFS.indexOf(relief), RELIEFS.indexOf(floor), STANDINGS.indexOf(standing),
        `{${questions.map(({ code }) => `"${code}"`).join(',')}}`,
        sectionOf(conviction).slice(0, 40), row.file, row.row, row.line, row.offset, member.offset, member.length,
        trace.map(({ verdict }) => LETTERS[verdict]).join(''),
      ]);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      convictions += 1;
    }
  }
  return { lines, convictions, outcomes };
}
