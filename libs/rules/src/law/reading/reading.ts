import { type CalendarDate } from '@clearway/record';
import { type FactsAsked, NO_FACTS } from '../../engine/fact';
import { type Conviction } from '../../person/convictions';
import { type PersonRecord } from '../../person/person-record';
import { type AnswerName, type FactName, type Situation } from '../situation';
import { type StatuteReading } from './statute-reading';

/** What the record says about one fact of a situation. */
export interface Reading<Value extends string = string> {
  /** Every value that the record leaves possible; one when it is known. Never empty. */
  readonly possible: readonly Value[];
  /** The one of the possible values that the statute presumes, or that the law of the day gives, until somebody proves another. */
  readonly presumed: Value | undefined;
  /**
   * Question of the catalogue that settles the fact. With a presumed value it is for the People: a challenge that they
   * may bring, not a bar.
   */
  readonly ask: string | undefined;
  readonly evidence: FactsAsked;
}

export type Readings = { readonly [Name in FactName]: Reading<Situation[Name]> };

/** What the reading of one conviction looks at. */
export interface ReadingSubject {
  readonly conviction: Conviction;
  readonly person: PersonRecord;
  readonly asOf: CalendarDate;
  readonly statute: StatuteReading;
  /** On the Department's list of 2019 and not challenged by July 1, 2020 (HS 11361.9(c), (d)). */
  readonly unchallenged: boolean;
  /** Facts that an attorney found in the case file, by fact: they go before the record. */
  readonly answers: Readonly<Partial<Record<AnswerName, string>>>;
}

export function known<Value extends string>(value: Value, evidence: FactsAsked = NO_FACTS): Reading<Value> {
  return { possible: [value], presumed: undefined, ask: undefined, evidence };
}

/** Open between values: the question decides. */
export function open<Value extends string>(
  possible: readonly Value[],
  ask: string,
  evidence: FactsAsked,
): Reading<Value> {
  return { possible, presumed: undefined, ask, evidence };
}

export function presumed<Value extends string>(
  value: Value,
  possible: readonly Value[],
  evidence: FactsAsked,
  ask?: string,
): Reading<Value> {
  return { possible, presumed: value, ask, evidence };
}
