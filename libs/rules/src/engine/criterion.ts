import { type CalendarDate, parseCalendarDate, type Verdict } from '@clearway/record';
import { type Conviction } from '../person/convictions';
import { type PersonRecord } from '../person/person-record';
import { type CodeList } from '../parameters/code-list';
import { fact, type Fact, type FactsAsked, NO_FACTS } from './fact';
import { type ConditionArgument } from './policy';

export { fact, type Fact, type FactsAsked, NO_FACTS };

/** What a criterion found: a verdict, the facts that it used for who asks, and the question that would settle it. */
export interface Finding {
  readonly verdict: Verdict;
  readonly facts: FactsAsked;
  /** A code of the question catalogue; set when the verdict is `cannot-tell`. */
  readonly question: string | undefined;
}

/** Everything that a criterion may look at. It never reads a clock. */
export interface Subject {
  readonly conviction: Conviction;
  readonly person: PersonRecord;
  readonly asOf: CalendarDate;
  readonly superStrikes: CodeList;
  readonly sexOffences: CodeList;
}

export type Arguments = Readonly<Record<string, ConditionArgument>>;

/** `replay` and `filing`: which kind of policy can name the criterion; left out: both. */
export interface CriterionUse {
  readonly only: 'replay' | 'filing';
  /** What a policy of the other kind names in its place; '' when there is nothing. */
  readonly instead: string;
}

export type ArgumentKind = 'years' | 'count' | 'date' | 'sections' | 'letters';

/** A test that a policy's step can use. Pure, three-valued, of 15 to 60 lines. */
export interface Criterion {
  readonly code: string;
  /** What it tests, as a lawyer would say it; `{years}` and the like are replaced by the arguments. */
  readonly words: string;
  readonly citation: string;
  readonly arguments: Readonly<Record<string, ArgumentKind>>;
  /** What ran in 2019 and 2020 is frozen for replays; a filing policy has its own criterion where the law asks for another. */
  readonly use?: CriterionUse;
  readonly test: (subject: Subject, args: Arguments) => Finding;
}

export function found(verdict: Verdict, facts: FactsAsked, question?: string): Finding {
  return { verdict, facts, question: verdict === 'cannot-tell' ? question : undefined };
}

export function not(verdict: Verdict): Verdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'cannot-tell';
}

/** All must hold: one `no` settles it, else one `cannot-tell` leaves it open. Facts are those of every test, also of those behind a `no`. */
export function allOf<Asked>(tests: readonly ((subject: Asked) => Finding)[], subject: Asked): Finding {
  const facts: FactsAsked = () => tests.flatMap((test) => test(subject).facts());
  let open: Finding | undefined;
  for (const test of tests) {
    const finding = test(subject);
    if (finding.verdict === 'no') return found('no', facts);
    if (finding.verdict === 'cannot-tell') open ??= finding;
  }
  return open ? found('cannot-tell', facts, open.question) : found('yes', facts);
}

export function numberArgument(args: Arguments, name: string): number {
  return Number(args[name] ?? 0);
}

const days = new Map<string, CalendarDate>();

/** A day that is written `YYYY-MM-DD`, read once. */
export function dayArgument(args: Arguments, name: string): CalendarDate {
  const text = String(args[name]);
  const known = days.get(text) ?? parseCalendarDate(text);
  days.set(text, known);
  return known;
}

export function listArgument(args: Arguments, name: string): readonly string[] {
  const value = args[name];
  return Array.isArray(value) ? (value as readonly string[]) : value === undefined ? [] : [String(value)];
}
