import { type History } from '@clearway/record';
import { type LinkedCountTruth, type LinkedRecordTruth } from '@clearway/synthetic-county';
import { type MadeFiles } from './make-files';

/** A record of the truth that was met in a history. */
export interface MetRecord {
  /** Its number among all records. */
  readonly id: number;
  /** Whose it is. */
  readonly owner: number;
  /** It says its CII. */
  readonly numbered: boolean;
}

/** Indexes of the inputs: the sheets come after these two. */
export const STATE = 0;
export const EXTRACT = 1;

/** The truth by what a history says of its places: SUBJECT_ID, line of the extract, file of the sheet. */
export class TrueRecords {
  private readonly bySubject = new Map<string, MetRecord>();
  private readonly byLine = new Map<number, MetRecord>();
  private readonly bySheet = new Map<number, MetRecord>();
  private readonly counts = new Map<number, LinkedCountTruth>();

  constructor(made: MadeFiles) {
    const sheets = new Map(made.sheets.map((name, at) => [name, EXTRACT + 1 + at]));
    let id = 0;
    for (const { person, records, counts, unclear } of made.people) {
      if (unclear) continue;
      for (const record of records) this.keep(record, { id: id++, owner: person, numbered: record.cii !== '' }, sheets);
      for (const count of counts) if (count.line !== undefined) this.counts.set(count.line, count);
    }
  }

  /** The records that stand in a history, each once. */
  recordsOf({ subjects, cycles }: History): readonly MetRecord[] {
    const met = new Map<number, MetRecord>();
    const take = (record: MetRecord | undefined): void => {
      if (record) met.set(record.id, record);
    };
    for (const { file, subjectId } of subjects) if (file === STATE) take(this.bySubject.get(subjectId.trim()));
    for (const { steps } of cycles)
      for (const { counts } of steps)
        for (const { rows } of counts)
          for (const { file, line } of rows)
            if (file !== STATE) take(file === EXTRACT ? this.byLine.get(line) : this.bySheet.get(file));
    return [...met.values()];
  }

  countAtLine(line: number): LinkedCountTruth | undefined {
    return this.counts.get(line);
  }

  private keep(record: LinkedRecordTruth, owned: MetRecord, sheets: ReadonlyMap<string, number>): void {
    if (record.source === 'state-file') this.bySubject.set(record.subjectId, owned);
    else if (record.source === 'rap-sheet') this.bySheet.set(sheets.get(record.file) ?? -1, owned);
    else for (const line of record.lines) this.byLine.set(line, owned);
  }
}
