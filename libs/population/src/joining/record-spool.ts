import { identityRecordOf, type IdentityRecord, type RecordOrigin, recordIdOf } from '@clearway/identity';
import { type History, type SourceRow } from '@clearway/record';
import { type ListedRecord } from '../done/listed-people';
import { convictionsIn } from '../reading/history-counts';
import { LineSpoolReader, LineSpoolWriter } from '../spool/line-spool';

/** A record as somebody sees it who must say whether two are one person. */
export interface SpooledRecord {
  readonly record: IdentityRecord;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly sex: string;
  /** The first row; absent where the history names none. */
  readonly at?: Pick<SourceRow, 'file' | 'line' | 'page'>;
  /** Index of the file. */
  readonly file: number;
}

/**
 * What is kept of each record while people are joined: numbers in memory, the rest on disk. Records of other sources are added first,
 * then those of the state's files; asked for, those of the state come first.
 */
export class RecordSpool {
  private readonly writer: LineSpoolWriter;
  private readonly reader: LineSpoolReader;
  private readonly offsets: number[] = [];
  private readonly lengths: number[] = [];
  private readonly people: string[] = [];
  private readonly ciis: string[] = [];
  private readonly convicted: number[] = [];
  private readonly withoutRows = new Set<number>();
  /** Of records that have no number of the state's. */
  private readonly ids = new Set<string>();
  private others = 0;
  private listed = 0;
  private readonly files: number[] = [];
  /** Further files of the few whose rows stand in several. */
  private readonly moreFiles = new Map<number, readonly number[]>();

  constructor(path: string) {
    this.writer = new LineSpoolWriter(path);
    this.reader = new LineSpoolReader(path);
  }

  get length(): number {
    return this.offsets.length;
  }

  get statePeople(): number {
    return this.length - this.others;
  }

  /** How many of the last records are of lists only. */
  get listedPeople(): number {
    return this.listed;
  }

  /** Somebody of a list of what was done; after the histories of other sources. */
  addListed({ record, name, lines }: ListedRecord, file: number): void {
    const spooled: SpooledRecord = {
      record,
      name,
      otherNames: [],
      sex: record.sex,
      file,
      at: { file, line: lines[0] ?? 0 },
    };
    this.files.push(file);
    this.keep(spooled, '', 0);
    this.listed++;
  }

  /** What is added from now on is of the state's files. */
  beginState(): void {
    this.others = this.length;
  }

  /** `file`: index of the file; of a person of the state's files the first. */
  add(history: History, origin: RecordOrigin, file: number): void {
    const more = [...new Set(history.subjects.map((each) => each.file))].filter((each) => each !== file);
    if (more.length > 0) this.moreFiles.set(this.length, more);
    this.files.push(file);
    const record = identityRecordOf(history, origin);
    const at = firstRow(history);
    if (!at) this.withoutRows.add(this.length);
    const { name, otherNames, sex } = history;
    const spooled: SpooledRecord = { record, name, otherNames, sex, file, ...(at ? { at } : {}) };
    this.keep(spooled, history.person, convictionsIn(history));
  }

  /** Everything was added. */
  close(): void {
    this.writer.close();
  }

  *records(): Generator<IdentityRecord> {
    for (let index = 0; index < this.length; index++) yield this.at(index).record;
  }

  at(index: number): SpooledRecord {
    const place = this.placeOf(index);
    return this.reader.read(this.offsets[place]!, this.lengths[place]!) as SpooledRecord;
  }

  personOf(index: number): string {
    return this.people[this.placeOf(index)]!;
  }

  /** '' where the record has none. */
  ciiOf(index: number): string {
    return this.ciis[this.placeOf(index)]!;
  }

  convictionsOf(index: number): number {
    return this.convicted[this.placeOf(index)]!;
  }

  hasRows(index: number): boolean {
    return !this.withoutRows.has(this.placeOf(index));
  }

  filesOf(index: number): readonly number[] {
    const place = this.placeOf(index);
    return [this.files[place]!, ...(this.moreFiles.get(place) ?? [])];
  }

  end(): void {
    this.reader.close();
  }

  private keep(spooled: SpooledRecord, person: string, convictions: number): void {
    const { offset, length } = this.writer.add({ ...spooled, record: this.toldApart(spooled.record) });
    this.offsets.push(offset);
    this.lengths.push(length);
    this.people.push(person);
    this.ciis.push(spooled.record.cii);
    this.convicted.push(convictions);
  }

  /** Two exports of one court have one defendant under one id: each but the first gets another, by its place among them. */
  private toldApart(record: IdentityRecord): IdentityRecord {
    const { source, cii } = record;
    if (source === 'state-file' && cii !== '') return record;
    let { id } = record;
    for (let nth = 2; this.ids.has(id); nth++) id = recordIdOf({ source, cii: '', key: `${record.id} ${nth}` });
    this.ids.add(id);
    return { ...record, id };
  }

  private placeOf(index: number): number {
    return index < this.statePeople ? index + this.others : index - this.statePeople;
  }
}

function firstRow({ cycles }: History): SpooledRecord['at'] {
  for (const { steps } of cycles)
    for (const { counts } of steps)
      for (const { rows } of counts) {
        const [row] = rows;
        if (row) return { file: row.file, line: row.line, ...(row.page === undefined ? {} : { page: row.page }) };
      }
  return undefined;
}
