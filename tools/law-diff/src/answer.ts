import { type DecidedConviction } from '@clearway/rules';

/** What one version says of one conviction or situation, as plain texts. */
export interface Answer {
  readonly outcome: string;
  readonly floor: string;
  readonly rules: readonly string[];
  readonly questions: readonly string[];
  /** Verdicts by rule, for finding which one turned. */
  readonly verdicts: ReadonlyMap<string, string>;
}

export const NOT_LISTED: Answer = { outcome: 'not listed', floor: '', rules: [], questions: [], verdicts: new Map() };

export function answerOf(conviction: DecidedConviction | undefined): Answer {
  if (!conviction) return NOT_LISTED;
  const { outcome, floor, decidedBy, questions, trace } = conviction.determination;
  const first = trace.find((each) => each.verdict === 'yes')?.rule;
  return {
    outcome,
    floor,
    rules: decidedBy.length > 0 || first === undefined ? decidedBy : [first],
    questions: questions.map((each) => each.code),
    verdicts: new Map(trace.map((each) => [each.rule, `${each.verdict}${each.presumed ? ' (presumed)' : ''}`])),
  };
}

export interface Moved {
  readonly kind: 'case' | 'situation' | 'conviction';
  readonly what: string;
  readonly before: Answer;
  readonly after: Answer;
  /** How many it stands for: situations that move alike are one line. */
  readonly count: number;
}

/** Anything that a reader of the result would see: outcome, floor, question; another rule with the same outcome is a move too. */
export function isMoved(before: Answer, after: Answer): boolean {
  return printAnswer(before) !== printAnswer(after);
}

export function printAnswer({ outcome, floor, rules, questions }: Answer): string {
  return [outcome, floor, rules.join(' '), questions.join(' ')].join('|');
}

/** Rules that turned: another verdict, or in the decision on one side only. */
export function turnedRules({ before, after }: Pick<Moved, 'before' | 'after'>): readonly string[] {
  const rules = new Set([...before.rules, ...after.rules, ...before.verdicts.keys(), ...after.verdicts.keys()]);
  return [...rules].filter(
    (rule) =>
      before.verdicts.get(rule) !== after.verdicts.get(rule) ||
      before.rules.includes(rule) !== after.rules.includes(rule),
  );
}
