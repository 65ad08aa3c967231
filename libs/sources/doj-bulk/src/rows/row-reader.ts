import { BareCounts, CANNABIS_DIGITS, emptyRowFacts, type RowFacts, UNREADABLE_DATE } from '@clearway/record';
import { CellReader, orderText } from '../bytes/cell-reader';
import { columnIndex } from '../columns';
import { isAllUtf8, isRecordUtf8 } from '../bytes/encoding';
import { type ScanMemory } from '../bytes/scan-memory';
import { KEPT_ROWS, type StretchMemory } from '../bytes/stretch-memory';
import { type EdgedRecord, RECORD_LIMITS, type RecordLimits, RecordScan } from '../bytes/record-scan';
import { TranscodedRecord } from '../bytes/transcoded-record';
import { type RejectReason, subjectOfRejected } from './rejected-row';
import {
  BEHIND_PERSON,
  BEHIND_STEP,
  BLANK_IN_BARE,
  CELL_AT as at,
  COLUMN_OF as of,
  OF_BARE,
  OF_EVERY_ROW,
  OF_SIGNS,
  WANTED,
} from './wanted-cells';

const SUBJECT_ID = columnIndex('SUBJECT_ID');

/** What stands next in the bytes. `open`: a quote is open at their end, and more of the file is needed to say. */
export type RowResult = 'row' | 'empty' | 'rejected' | 'open' | 'end';

/** Goes through the rows of a stretch of a state file. After `next()` said `row`, edges, bytes and cells stand on it. */
export class RowReader {
  readonly scan: RecordScan;
  /** Bytes of the current record, always UTF-8; those of the input unless it was Windows-1252. */
  bytes: Buffer = Buffer.alloc(0);
  /** Where the current record stands in the input: first byte, and first byte behind its last field. */
  start = 0;
  /** First byte of what follows in the input. */
  position = 0;
  /** Physical line of the current record, counted from 0 within the stretch. */
  line = 0;
  /** Physical lines of the current record, and those after the first that are not empty. */
  lines = 1;
  continuations = 0;
  subjectId = '';
  cii = '';
  /** The twelve digits of CNT_ORDER as a number. */
  order = 0;
  reason: RejectReason = 'field-count';
  /** Column of the problem, from 0. */
  column = 0;

  private readonly cells: CellReader;
  private readonly transcoded = new TranscodedRecord();
  private readonly bare = new BareCounts();
  private current: EdgedRecord;
  private readonly facts = emptyRowFacts();
  private lastName = '';
  private lastSex = '';
  private lastBirthDate = 0;
  private lastCii = '';
  private input: Buffer = Buffer.alloc(0);
  private limit = 0;
  private following = 0;
  private allUtf8 = true;
  /** Place of the row that was read last by `readAside`; the first row of a person is not the step of the row before. */
  private lastAside = -1;

  /** `memory`: where the bytes will be that are read fastest; others are read too. */
  constructor(
    private readonly limits: RecordLimits = RECORD_LIMITS,
    readonly memory?: ScanMemory,
  ) {
    this.scan = new RecordScan(limits, memory);
    this.cells = new CellReader(WANTED, memory);
    this.current = this.scan;
  }

  /** Takes `bytes[0, limit)`, which starts at the start of a line; see `RecordScan.over`. */
  over(bytes: Buffer, limit: number, final: boolean, from = 0): void {
    this.input = bytes;
    this.limit = limit;
    this.position = from;
    this.following = 0;
    this.allUtf8 = isAllUtf8(bytes.subarray(from, limit));
    this.memory?.nextStretch();
    this.scan.over(bytes, limit, final);
  }

  /** The edges of the current row: in the input, or in the transcoded record. */
  get at(): EdgedRecord {
    return this.current;
  }

  next(): RowResult {
    if (this.position >= this.limit) return 'end';
    const { scan } = this;
    const result = scan.scan(this.position);
    this.start = scan.start;
    this.line = this.following;
    if (result === 'open') return 'open';
    this.position = scan.next;
    this.following += scan.lines;
    this.lines = scan.lines;
    this.continuations = scan.continuations;
    if (result === 'empty') return 'empty';
    this.bytes = this.input;
    this.current = scan;
    if (result === 'rejected') {
      this.reason = scan.problem;
      this.column = scan.fields - 1;
      Object.assign(this, subjectOfRejected(this.input, scan.edges, this.reason, this.column));
      return 'rejected';
    }
    if (!this.allUtf8 && !isRecordUtf8(this.input, scan.start, scan.end)) this.transcode();
    const { cells } = this;
    cells.read(this.current, this.bytes, 0, OF_EVERY_ROW);
    this.subjectId = cells.text(at.subjectId);
    this.cii = cells.text(at.cii);
    this.order = cells.order(of.order);
    if (this.subjectId === '') return this.refuse('blank-subject-id', SUBJECT_ID);
    return this.order < 0 ? this.refuse('unusable-count-order', of.order) : 'row';
  }

  county(): string {
    return this.cells.text(at.county);
  }

  /** Everything of the current row that decides. The object is filled again for the next row. */
  read(file: number, row: number, offset: number, line: number): RowFacts {
    this.cells.read(this.current, this.bytes, OF_EVERY_ROW, WANTED.length);
    this.fillPerson(this.subjectId, this.cii);
    this.fillStep();
    return this.fill(file, row, offset, line, this.order);
  }

  /**
   * The same of a row whose edges and order were set aside in the memory at `index`, by whomever. Rows of one person come in their order;
   * what surely stands in the row before is not read again (`StretchMemory.isSamePerson`, `isSameStep`).
   */
  readAside(memory: StretchMemory, index: number, file: number, row: number, offset: number, line: number): RowFacts {
    const { cells } = this;
    const samePerson = memory.isSamePerson(index);
    // Rows between may not have been read: of cycles that decide nothing, and bare counts, which are of the step of the row before.
    const sameStep = samePerson && memory.isSameStepSince(this.lastAside, index);
    this.lastAside = index;
    cells.readAside(
      memory.numbers,
      memory.keptAt(index),
      memory.bytes,
      sameStep ? BEHIND_STEP : samePerson ? BEHIND_PERSON : 0,
    );
    if (!samePerson) this.fillPerson(cells.text(at.subjectId), cells.text(at.cii));
    if (!sameStep) this.fillStep();
    return this.fill(file, row, offset, line, memory.orderOf(index));
  }

  /**
   * Is a row that was set aside, without a sign, all that there is of a bare count (`BareCounts`)? That its step and case numbers are those
   * of the row before, and its count another, is asked before.
   */
  isBare(memory: StretchMemory, index: number): boolean {
    const { cells } = this;
    cells.readAside(memory.numbers, memory.keptAt(index), memory.bytes, at.stepType, OF_BARE);
    for (const each of BLANK_IN_BARE) if (cells.text(each) !== '') return false;
    return this.bare.isBare(cells.text(at.stepType), cells.text(at.disposition), cells.text(at.offence));
  }

  /**
   * Does the current row say by itself something that can decide: a conviction, a cannabis charge without a disposition, a note,
   * a date that cannot be read, a step that is about the person, or another name, sex, birth date or CII than the row did before that was asked about?
   */
  signs(): boolean {
    const { cells } = this;
    cells.read(this.current, this.bytes, OF_EVERY_ROW, OF_SIGNS);
    const name = cells.text(at.name);
    const sex = cells.text(at.sex);
    const birthDate = cells.date(of.birthDate);
    const { cii } = this;
    const changed =
      name !== this.lastName || birthDate !== this.lastBirthDate || sex !== this.lastSex || cii !== this.lastCii;
    if (changed) {
      this.lastName = name;
      this.lastBirthDate = birthDate;
      this.lastSex = sex;
      this.lastCii = cii;
    }
    return (
      changed ||
      cells.marked(at.disposition) ||
      cells.marked(at.stepType) ||
      cells.text(at.comment) !== '' ||
      (cells.text(at.disposition) === '' && this.citesCannabis()) ||
      cells.date(of.eventDate) === UNREADABLE_DATE ||
      cells.date(of.dispositionDate) === UNREADABLE_DATE
    );
  }

  private citesCannabis(): boolean {
    this.cells.read(this.current, this.bytes, at.offence, at.offence + 1);
    return CANNABIS_DIGITS.test(this.cells.text(at.offence));
  }

  private fillPerson(subjectId: string, cii: string): void {
    const { cells, facts } = this;
    facts.subjectId = subjectId;
    facts.cii = cii;
    facts.name = cells.text(at.name);
    facts.sex = cells.text(at.sex);
    facts.birthDate = cells.date(of.birthDate);
  }

  private fillStep(): void {
    const { cells, facts } = this;
    facts.county = cells.text(at.county);
    facts.cycleDate = cells.date(of.cycleDate);
    facts.eventDate = cells.date(of.eventDate);
    facts.stepType = cells.text(at.stepType);
    facts.ori = cells.text(at.ori);
    facts.agency = cells.text(at.agency);
  }

  private fill(file: number, row: number, offset: number, line: number, order: number): RowFacts {
    const { cells, facts } = this;
    facts.file = file;
    facts.row = row;
    facts.offset = offset;
    facts.line = line;
    facts.order = orderText(order);
    facts.race = cells.text(at.race);
    facts.dispositionDate = cells.date(of.dispositionDate);
    facts.caseNumber = cells.ownText(of.caseNumber);
    facts.courtCase = cells.text(at.courtCase);
    facts.offence = cells.text(at.offence);
    facts.offenceClass = cells.text(at.offenceClass);
    facts.disposedOffence = cells.text(at.disposedOffence);
    facts.convictedOffence = cells.text(at.convictedOffence);
    facts.convictedClass = cells.text(at.convictedClass);
    facts.offenceCode = cells.text(at.offenceCode);
    facts.convictedCode = cells.text(at.convictedCode);
    facts.disposition = cells.text(at.disposition);
    facts.convictionStatus = cells.text(at.convictionStatus);
    facts.sentencePlace = cells.text(at.sentencePlace);
    facts.sentenceLength = cells.text(at.sentenceLength);
    facts.sentenceUnit = cells.text(at.sentenceUnit);
    facts.comment = cells.text(at.comment);
    return facts;
  }

  /**
   * Passes rows that follow and of whose sign the memory is sure, or says that they may have one; gives how many, `most` at most. They are
   * set aside in the memory from `first` on; the row on which this stands is the one before.
   */
  pass(memory: StretchMemory, first: number, most: number): number {
    const { base } = this.scan;
    const last = Math.min(first + most, KEPT_ROWS);
    if (base < 0 || last <= first) return 0;
    const passed = memory.scan.pass(
      base + this.position,
      base + this.limit,
      base,
      memory.keptAt(first) * 4,
      memory.keptAt(last) * 4,
      this.following,
      this.limits.bytes,
      this.allUtf8 ? 1 : 0,
    );
    if (passed > 0) {
      this.position = Math.min(memory.lineFeedOf(first + passed - 1) + 1, this.limit);
      this.following += passed;
    }
    return passed;
  }

  /** Passes rows that follow and surely are of the subject and CII of this one; gives how many. Each is one line. */
  passAlike(): number {
    const { memory, scan } = this;
    if (!memory || scan.base < 0) return 0;
    const passed = memory.alike(scan.base, this.position, this.limit, this.limits.bytes, this.allUtf8);
    if (passed > 0) {
      this.position = Math.min(memory.lineFeedOfLast() + 1, this.limit);
      this.following += passed;
    }
    return passed;
  }

  private refuse(reason: RejectReason, column: number): RowResult {
    this.reason = reason;
    this.column = column;
    return 'rejected';
  }

  private transcode(): void {
    const { transcoded } = this;
    transcoded.take(this.input, this.scan.edges);
    this.bytes = transcoded.bytes;
    this.current = transcoded;
  }
}
