/** Something in a file that is no state file which a person should look at; it kept no row and no line from being used. */
export interface SeenNote {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  /** `12`, of a sheet `page 2 line 12`; blank where it is about the whole. */
  readonly line: string;
  /** Of an export. */
  readonly column: string;
  readonly code: string;
  /** What stands there: a court's code that nobody knows, words of a sheet. For the office only, never for a log. */
  readonly text: string;
  /** What it is, for people. */
  readonly words: string;
}

/** A court's code that the mapping of its export does not know. */
export interface UnknownCode {
  /** Upper case, as codes are compared. */
  readonly code: string;
  readonly column: string;
  /** Table of the mapping's `codes` that lacks it. */
  readonly table: 'disposition' | 'severity';
  readonly rows: number;
}

/** Notes of one file, counted while they are told. */
export class NoteCounts {
  private readonly byCode = new Map<string, number>();
  private readonly codes = new Map<string, { -readonly [Key in keyof UnknownCode]: UnknownCode[Key] }>();

  add({ code, column, text }: Pick<SeenNote, 'code' | 'column' | 'text'>, isExtract: boolean): void {
    this.byCode.set(code, (this.byCode.get(code) ?? 0) + 1);
    const table = code === 'unknown-disposition' ? 'disposition' : code === 'unknown-severity' ? 'severity' : undefined;
    if (table === undefined || !isExtract) return;
    const key = `${table}\0${column}\0${text}`;
    const known = this.codes.get(key);
    if (known) known.rows += 1;
    else this.codes.set(key, { code: text, column, table, rows: 1 });
  }

  /** How many of each code. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.byCode].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The most frequent first. */
  unknownCodes(): readonly UnknownCode[] {
    return [...this.codes.values()].sort(
      (a, b) => b.rows - a.rows || compare(a.table, b.table) || compare(a.column, b.column) || compare(a.code, b.code),
    );
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
