import { type PartialDate } from '@clearway/record';

/** One of two records that somebody sees side by side. */
export interface SeenRecord {
  readonly id: string;
  readonly source: 'state-file' | 'court-extract' | 'rap-sheet' | 'done-list';
  /** Name of the file. */
  readonly file: string;
  /** `line 12`, of a sheet `page 1, line 3`. */
  readonly place: string;
  readonly person: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly births: readonly PartialDate[];
  readonly sex: string;
  readonly cii: string;
  readonly cases: readonly string[];
  readonly convictions: number;
}

/** Two records of whom it is asked whether they are one person. */
export interface AskedPair {
  /** 16 hexadecimal digits of both record ids, sorted. */
  readonly id: string;
  readonly records: readonly [SeenRecord, SeenRecord];
  readonly odds: number;
  readonly why: 'weight' | 'rival' | 'contradicts';
  readonly lines: readonly {
    readonly field: string;
    readonly level: string;
    readonly words: string;
    readonly weight: number;
  }[];
  readonly guardWords: string;
}
