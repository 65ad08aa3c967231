import { type Offence, type PartialDate } from '@clearway/record';
import { type Challenge } from '@clearway/rules';

/** One row of a facts file, read: plain data. A key that the row does not give is '' or 0 and leaves it wider. */
export interface FactsRow {
  /** Index of the facts file among those of the run. */
  readonly file: number;
  /** Physical line, from 1. */
  readonly line: number;
  readonly cii: string;
  readonly subjectId: string;
  /** Clearway's own id of the person, where joining found out whose row it is; absent in a facts file. */
  readonly person?: string;
  /** Joining found nobody whose row it surely is; absent where it found somebody, or did not look. */
  readonly nobody?: 'no-such-person' | 'person-asked';
  /** The row is about one conviction: where it fits several it speaks of none. Absent in a facts file, whose rows may be as wide as meant. */
  readonly ofOne?: true;
  /** Letters and digits only, upper case: courts write blanks and hyphens as they like. */
  readonly caseNumber: string;
  /** The same as a list writes it, where signs show what zeros stand in front of; absent in a facts file. */
  readonly caseWritten?: string;
  /** CNT_ORDER, twelve digits. */
  readonly count: string;
  readonly section: Pick<Offence, 'code' | 'section' | 'path'> | undefined;
  readonly convictedOn: PartialDate;
  readonly onList: 'yes' | 'no' | undefined;
  readonly challenge: Challenge | undefined;
  /** Day of the grant, 0 when only the fact is known. */
  readonly granted: number | undefined;
  readonly destroyed: boolean | undefined;
  /**
   * Relief that is not HS 11361.8 (PC 1203.425, 1203.4): `on` is 0 when only the fact is known. It dismisses and seals nothing under
   * that section, so what is owed does not change.
   */
  readonly relieved?: { readonly on: number; readonly under: string };
}

/** How many of the keys of a count the row gives: the more it gives, the closer it is meant. */
export function closenessOf(row: FactsRow): number {
  const given = [row.caseNumber !== '', row.count !== '', row.section !== undefined, row.convictedOn !== 0];
  return given.filter(Boolean).length;
}

export function plainCaseNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
