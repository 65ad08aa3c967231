import {
  type Count,
  type CountDoubt,
  type Cycle,
  type Disposition,
  type History,
  type RecordProblem,
  type SourceRow,
  type SourceSays,
  type Step,
} from '@clearway/record';
import {
  CASE_NUMBER_COLUMNS,
  HISTORY_BLOB_VERSION,
  SEVERITIES,
  STEP_TYPES,
  type HistoryTables,
} from './history-writer';
import { NumberReader } from './number-bytes';

/** Layouts before: no count has what sources say; none has doubts; and the same without the page of a row, where no count has a code of its charge. */
const WITHOUT_SAYS = 4;
const WITHOUT_DOUBTS = 3;
const WITHOUT_PAGE = 2;

type Changeable<Type> = { -readonly [Field in keyof Type]: Type[Field] };

/** Bytes that are not histories, or histories of another version: poison. */
export class HistoryBlobError extends Error {
  readonly code = 'blob.not-histories';
  constructor() {
    super(
      'a blob of histories cannot be read: it was written by another version of Clearway, or it is damaged; run the batch again',
    );
    this.name = 'HistoryBlobError';
  }
}

/** Reads people with the tables of their batch. Texts, charges and agencies that are the same are one object. */
export class HistoryReader {
  private bytes = new NumberReader(Buffer.alloc(0));
  private last = { file: 0, row: 0, offset: 0, line: 0 };

  constructor(private readonly tables: HistoryTables) {
    if (![HISTORY_BLOB_VERSION, WITHOUT_SAYS, WITHOUT_DOUBTS, WITHOUT_PAGE].includes(tables.version))
      throw new HistoryBlobError();
  }

  /** Everyone in the bytes, which hold whole people one after another. */
  readAll(bytes: Buffer, from = 0): History[] {
    this.bytes = new NumberReader(bytes, from);
    const histories: History[] = [];
    try {
      while (!this.bytes.ended) histories.push(this.history());
    } catch (error) {
      if (error instanceof RangeError) throw new HistoryBlobError();
      throw error;
    }
    return histories;
  }

  private history(): History {
    const { bytes } = this;
    this.last = { file: 0, row: 0, offset: 0, line: 0 };
    const person = bytes.text();
    const subjects = this.list(() => ({ file: bytes.number(), subjectId: bytes.text(), cii: bytes.text() }));
    const name = bytes.text();
    const otherNames = this.list(() => bytes.text());
    const sex = this.text();
    const race = this.text();
    const birthDates = this.list(() => bytes.number());
    const flags = bytes.number();
    const cycles = this.list(() => this.cycle());
    const problems = this.list(() => this.problem());
    return {
      person,
      subjects,
      name,
      otherNames,
      sex,
      race,
      birthDates,
      deceased: (flags & 1) !== 0,
      incomplete: (flags & 2) !== 0,
      cycles,
      problems,
    };
  }

  private cycle(): Cycle {
    return {
      subject: this.bytes.number(),
      order: this.text(),
      date: this.bytes.number(),
      steps: this.list(() => this.step()),
    };
  }

  private step(): Step {
    const { bytes } = this;
    const order = this.text();
    const type = at(STEP_TYPES, bytes.number());
    const typeText = this.text();
    const date = bytes.number();
    const agency = at(this.tables.agencies, bytes.number());
    return { order, type, typeText, date, agency, counts: this.list(() => this.count()) };
  }

  private count(): Count {
    const { bytes } = this;
    const order = this.text();
    const flags = bytes.number();
    const rows = this.list(() => this.row());
    const charged = this.charge();
    const convictedOf = flags & 1 ? this.charge() : undefined;
    const disposedOf = flags & 2 ? this.charge() : undefined;
    const otherCharges = flags & 4 ? this.list(() => this.charge()) : undefined;
    const classOfCharge = this.text();
    const classOfConviction = flags & 8 ? this.text() : undefined;
    const chargeCode = flags & 16 ? this.text() : undefined;
    const dispositions = this.list(() => this.disposition());
    const sentences = this.list(() => ({
      place: this.text(),
      length: this.text(),
      unit: this.text(),
      from: bytes.number(),
      row: bytes.number(),
    }));
    const caseNumbers = this.list(() => ({ number: bytes.text(), from: at(CASE_NUMBER_COLUMNS, bytes.number()) }));
    const doubts = flags & 32 ? this.list(() => this.text() as CountDoubt) : undefined;
    const count: Changeable<Count> = { order, rows, charged, classOfCharge, dispositions, sentences, caseNumbers };
    if (convictedOf) count.convictedOf = convictedOf;
    if (disposedOf) count.disposedOf = disposedOf;
    if (otherCharges) count.otherCharges = otherCharges;
    if (classOfConviction !== undefined) count.classOfConviction = classOfConviction;
    if (chargeCode !== undefined) count.chargeCode = chargeCode;
    if (doubts) count.doubts = doubts;
    if (flags & 64) count.says = this.list(() => this.says());
    return count;
  }

  private says(): SourceSays {
    const { bytes } = this;
    const of = this.text() as SourceSays['of'];
    const value = this.text();
    const at = { file: bytes.number(), row: bytes.number(), line: bytes.number() };
    const page = bytes.number();
    return { of, value, at: page === 0 ? at : { ...at, page } };
  }

  private disposition(): Disposition {
    const { bytes } = this;
    return {
      kind: this.text() as Disposition['kind'],
      text: this.text(),
      date: bytes.number(),
      dispositionDate: bytes.number(),
      severity: at(SEVERITIES, bytes.number()),
      severityText: this.text(),
      row: bytes.number(),
    };
  }

  private row(): SourceRow {
    const { bytes, last } = this;
    const file = last.file + bytes.difference();
    const row = last.row + bytes.difference();
    const offset = last.offset + bytes.difference();
    const line = last.line + bytes.difference();
    const flagged = this.tables.version === WITHOUT_PAGE ? bytes.number() * 2 : bytes.number();
    const source: Changeable<SourceRow> = { file, row, offset, line };
    if (flagged % 2 === 1) source.page = bytes.number();
    if (flagged > 1) source.comment = at(this.tables.texts, Math.trunc(flagged / 2) - 1);
    this.last = source;
    return source;
  }

  private problem(): RecordProblem {
    const code = this.text() as RecordProblem['code'];
    const { bytes } = this;
    return bytes.number() === 0
      ? { code }
      : { code, at: { file: bytes.number(), row: bytes.number(), line: bytes.number() } };
  }

  private list<Item>(read: () => Item): Item[] {
    const length = this.bytes.number();
    const items: Item[] = [];
    for (let i = 0; i < length; i++) items.push(read());
    return items;
  }

  private text(): string {
    return at(this.tables.texts, this.bytes.number());
  }

  private charge(): Count['charged'] {
    return at(this.tables.charges, this.bytes.number());
  }
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined) throw new HistoryBlobError();
  return value;
}
