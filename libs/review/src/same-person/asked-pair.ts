import { type AskReason, type EvidenceLine, type IdentitySource } from '@clearway/identity';
import { type PartialDate } from '@clearway/record';
import { createHash } from 'node:crypto';

/** One record as the person who answers sees it. */
export interface SeenRecord {
  /** `IdentityRecord.id`: the same over runs and files. */
  readonly id: string;
  readonly source: IdentitySource;
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Such as `line 12`, `page 1, line 3`. */
  readonly place: string;
  /** Clearway's id of the person whom the record belongs to in this run. */
  readonly person: string;
  /** As the source writes it. */
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly births: readonly PartialDate[];
  /** `M`, `F`, or blank. */
  readonly sex: string;
  /** Blank when the source does not say it. */
  readonly cii: string;
  readonly cases: readonly string[];
  /** How many convictions the record holds. */
  readonly convictions: number;
}

/** A question: are these two records one person? */
export interface AskedPair {
  /** `pairId` of the two records: the same question has the same id on every run. */
  readonly id: string;
  readonly records: readonly [SeenRecord, SeenRecord];
  /** Prior and weights, in bits: 10 more make it about a thousand times as likely that it is one person. */
  readonly odds: number;
  /** `joined`, `numbered`, `decided`: it is no question, the weights, a number or a decision joined them; a person can refuse it. */
  readonly why: AskReason | 'joined' | 'numbered' | 'decided';
  /** What speaks for and against it, field by field. */
  readonly lines: readonly EvidenceLine[];
  /** Why the sum alone does not decide; blank when it is only not enough. */
  readonly guardWords: string;
}

/** The id of the question about two records, whichever comes first: 16 hexadecimal digits. */
export function pairId(one: string, other: string): string {
  return shortHash(`clearway/same-person/1\n${inOrder(one, other).join('\n')}`);
}

/** Two ids by code unit. */
export function inOrder(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

/** A hash of all that is shown of a question; it stands in the decision as what the person saw. */
export function shownHash(pair: AskedPair): string {
  return shortHash(`clearway/shown/1\n${printAskedPair(pair)}`);
}

/** One line of JSON without its line feed; weights in hundredths of a bit. The same pair gives the same bytes. */
export function printAskedPair({ id, records, odds, why, lines, guardWords }: AskedPair): string {
  return JSON.stringify({
    id,
    records: records.map(seen),
    odds: hundredths(odds),
    why,
    lines: lines.map(({ field, level, words, weight }) => ({ field, level, words, weight: hundredths(weight) })),
    guardWords,
  });
}

/** Keys in one order, whatever the order of the one who made it. */
function seen(record: SeenRecord): SeenRecord {
  const { id, source, file, place, person, name, otherNames, births, sex, cii, cases, convictions } = record;
  return { id, source, file, place, person, name, otherNames, births, sex, cii, cases, convictions };
}

function hundredths(bits: number): number {
  return Math.round(bits * 100) / 100 || 0;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
