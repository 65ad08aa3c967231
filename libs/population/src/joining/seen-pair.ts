import {
  type AskReason,
  type Evidence,
  type EvidenceLine,
  type IdentitySource,
  NUMBER_WORDS,
  type NumberKind,
} from '@clearway/identity';
import { type PartialDate } from '@clearway/record';
import { type SpooledRecord } from './record-spool';

/** One of two records that somebody sees side by side. */
export interface SeenRecord {
  readonly id: string;
  readonly source: IdentitySource;
  /** Name of the file. */
  readonly file: string;
  /** `line 12`, of a sheet `page 1, line 3`. */
  readonly place: string;
  /** Clearway's id of the person whose record it is now. */
  readonly person: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly births: readonly PartialDate[];
  readonly sex: string;
  readonly cii: string;
  readonly cases: readonly string[];
  readonly convictions: number;
}

/** Two records with what speaks for and against their being one person. */
export interface SeenPair {
  readonly records: readonly [SeenRecord, SeenRecord];
  /** In bits. */
  readonly odds: number;
  readonly lines: readonly EvidenceLine[];
  readonly guardWords: string;
}

/** Two records of whom it is asked whether they are one person. */
export interface SeenQuestion extends SeenPair {
  readonly why: AskReason;
}

/** Two records that were joined, by the model, because somebody decided so, or by a number, which `guardWords` then names. */
export interface SeenJoin extends SeenPair {
  readonly by: 'model' | 'decision' | 'number';
}

export function seenRecord(spooled: SpooledRecord, fileName: string, person: string, convictions: number): SeenRecord {
  const { record, name, otherNames, sex, at } = spooled;
  const place = at === undefined ? '' : at.page === undefined ? `line ${at.line}` : `page ${at.page}, line ${at.line}`;
  const cases = [...new Set(record.cases.map(({ number }) => number))];
  return {
    id: record.id,
    source: record.source,
    file: fileName,
    place,
    person,
    name,
    otherNames,
    births: record.births,
    sex,
    cii: record.cii,
    cases,
    convictions,
  };
}

/** Nothing is weighed of two records that a number joined: the number is the evidence. */
export function seenNumberJoin(one: SeenRecord, other: SeenRecord, number: NumberKind): SeenJoin {
  return { ...seenPair(one, other, { odds: 0, lines: [], guardWords: NUMBER_WORDS[number] }), by: 'number' };
}

export function seenPair(
  one: SeenRecord,
  other: SeenRecord,
  { odds, lines, guardWords }: Pick<Evidence, 'odds' | 'lines' | 'guardWords'>,
): SeenPair {
  const records = one.id < other.id ? ([one, other] as const) : ([other, one] as const);
  return { records, odds, lines, guardWords };
}
