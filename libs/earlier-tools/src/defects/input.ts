import { type RawRow } from '../raw-rows';

/** What a defect may look at: the rows of the conviction, of its subject, and how the old tool was run. */
export interface Input {
  /** Rows of the conviction's CNT_ORDER. */
  readonly conviction: readonly RawRow[];
  /** All rows of its SUBJECT_ID, in order. */
  readonly subject: readonly RawRow[];
  /** Convicted rows of the subject, in order. */
  readonly convicted: readonly RawRow[];
  readonly tool: 'desktop' | 'los-angeles';
  /** `YYYYMMDD`. */
  readonly asOf: string;
  /** The subject's CII stands under another SUBJECT_ID of the file too. */
  readonly sharesCii: boolean;
}

export interface OldRun {
  readonly tool: Input['tool'];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** The rows that a defect is asked about. */
export function inputOf(subject: readonly RawRow[], order: string, run: OldRun, sharesCii: boolean): Input {
  return {
    conviction: subject.filter((row) => row['CNT_ORDER'] === order),
    subject,
    convicted: subject.filter((row) => text(row, 'DISP_DESCR').startsWith('CONVICTED')),
    tool: run.tool,
    asOf: run.asOf.replace(/-/g, ''),
    sharesCii,
  };
}

/** Does a CII of these rows stand under another SUBJECT_ID too? */
export function sharesCii(subject: readonly RawRow[], owners: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return subject.some((row) => (owners.get(text(row, 'CII_NUMBER').trim())?.size ?? 0) > 1);
}

/** SUBJECT_IDs by CII, over the whole file. */
export function ciiOwners(rows: readonly RawRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const row of rows) {
    const cii = text(row, 'CII_NUMBER').trim();
    if (cii === '') continue;
    const ids = owners.get(cii) ?? new Set<string>();
    owners.set(cii, ids.add(text(row, 'SUBJECT_ID')));
  }
  return owners;
}

export function text(row: RawRow | undefined, column: string): string {
  return row?.[column] ?? '';
}

/** The field in which the old tools looked for the charge. */
export function oldCharge(row: RawRow): string {
  const offence = text(row, 'OFFENSE_DESCR');
  return offence.trim() === '' || offence === 'SEE COMMENT FOR CHARGE' ? text(row, 'COMMENT_TEXT') : offence;
}

/** What the old tools took for the section: the text before the first hyphen. */
export function oldSection(row: RawRow): string {
  return oldCharge(row).split('-')[0] ?? '';
}

/** A full day of the calendar's form; the old tools read everything else as the year 1. */
export function isFullDay(day: string): boolean {
  return /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(day);
}

/** `day` moved by years; 29 February becomes 1 March where there is none. */
export function movedByYears(day: string, years: number): string {
  return printDay(
    new Date(Date.UTC(Number(day.slice(0, 4)) + years, Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)))),
  );
}

export function printDay(date: Date): string {
  return date.toISOString().slice(0, 10).replace(/-/g, '');
}

export function parseDay(day: string): Date {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))));
}
