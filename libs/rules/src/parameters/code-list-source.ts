import { type CalendarDate } from '@clearway/record';
import { type Mark, type Source } from './marks';

/** Does an attempt at a listed offence, or a conspiracy to commit it, count as the offence? */
export type QualifierRule = 'count' | 'excluded' | 'cannot-tell';

/** An entry of a list of the statute. In the lists of a replay an entry is a citation, or a citation and a condition. */
export interface ListEntry {
  /** `PC 187`, `PC 288 exactly`, `PC 190.*` (see README.md). */
  readonly offence: string;
  /** What must be true besides, and a state row cannot show. */
  readonly condition?: string;
  /** A short code for the fact that the condition asks for, so that questions can be grouped: `force`, `intent`. */
  readonly asks?: string;
  /** First and last day of the offence for which the entry is in force, both included. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** The answer on other days, `no` unless said: a section that did not stand in the law then is `cannot-tell`. */
  readonly outside?: 'no' | 'cannot-tell';
  /** Roman numeral or paragraph of the statute; for near misses how the law treats them. */
  readonly group?: string;
  /** What the statute says of it, for the trace. */
  readonly words?: string;
  readonly attempts?: QualifierRule;
  readonly conspiracies?: QualifierRule;
  /** Key of `sources`. */
  readonly source?: string;
  readonly mark?: Mark;
  /** What counsel is asked to confirm; a found fact can have an open end too. */
  readonly confirm?: string;
}

/** An offence and an enhancement that count together. */
export interface CombinationSource {
  readonly with: string;
  readonly of: readonly string[];
  /** Where the two must meet: convictions of one step of a cycle, or one charge field. */
  readonly within: 'step' | 'charge';
  readonly group?: string;
  readonly source?: string;
  readonly mark?: Mark;
  readonly confirm?: string;
}

/** A question about the list as a whole that counsel is to answer. */
export interface OpenPoint {
  readonly citation: string;
  readonly source: string;
  readonly mark: Mark;
  readonly confirm: string;
}

/** A list of offences as its YAML file has it (see README.md beside this file). */
export interface CodeListSource {
  readonly list: string;
  /** `statute`: dated, with sources, and a citation that is too short to tell gives a question. Without it: a replay's, frozen. */
  readonly kind?: 'statute';
  readonly title: string;
  /** Where the list comes from, so that counsel can check it. */
  readonly citation: string;
  /** What depends on the list, in words. */
  readonly decides?: string;
  /** For all entries that do not say otherwise; `count` when the list does not say. */
  readonly attempts?: QualifierRule;
  readonly conspiracies?: QualifierRule;
  readonly sources?: Readonly<Record<string, Source>>;
  readonly entries: readonly (string | ListEntry)[];
  readonly combinations?: readonly CombinationSource[];
  readonly open?: readonly OpenPoint[];
}

/** An entry that matched, with its source looked up, for the trace. */
export interface MatchedEntry extends Omit<ListEntry, 'source' | 'mark'> {
  readonly source: Source;
  readonly mark: Mark;
}
