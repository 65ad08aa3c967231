import { CANNABIS_DIGITS, emptyRowFacts, type RowFacts, UNREADABLE_DATE } from '@clearway/record';
import { type CellKind, CellReader, cellText, orderText, type WantedCell } from '../bytes/cell-reader';
import { columnIndex, type ColumnName } from '../columns';
import { fromWindows1252, isAllUtf8, isRecordUtf8 } from '../bytes/encoding';
import { type ScanMemory } from '../bytes/scan-memory';
import { KEPT_ROWS, type StretchMemory } from '../bytes/stretch-memory';
import { RECORD_LIMITS, type RecordLimits, RecordScan, type ScanProblem } from '../bytes/record-scan';

const SUBJECT_ID = columnIndex('SUBJECT_ID');
const CII = columnIndex('CII_NUMBER');
const CNT_ORDER = columnIndex('CNT_ORDER');

/** The cells that are read, by the name of the fact: first those that are read of every row, then those that `signs` asks for. */
const CELLS = {
  subjectId: ['SUBJECT_ID', 'text'],
  cii: ['CII_NUMBER', 'capitals'],
  order: ['CNT_ORDER', 'order'],
  county: ['STP_ORI_CNTY_NAME', 'capitals'],
  name: ['PRI_NAME', 'text'],
  sex: ['GENDER', 'text'],
  birthDate: ['PRI_DOB', 'date'],
  eventDate: ['STP_EVENT_DATE', 'date'],
  stepType: ['STP_TYPE_DESCR', 'stepType'],
  dispositionDate: ['DISP_DATE', 'date'],
  disposition: ['DISP_DESCR', 'disposition'],
  comment: ['COMMENT_TEXT', 'text'],
  race: ['RACE_DESCR', 'text'],
  cycleDate: ['CYC_DATE', 'date'],
  ori: ['STP_ORI_CODE', 'text'],
  agency: ['STP_ORI_DESCR', 'text'],
  caseNumber: ['OFN', 'text'],
  courtCase: ['FE_NUM_CRT_CASE', 'text'],
  offence: ['OFFENSE_DESCR', 'text'],
  offenceClass: ['OFFENSE_TOC', 'capitals'],
  disposedOffence: ['DISP_OFFENSE_DESCR', 'text'],
  convictedOffence: ['CONV_OFFENSE_DESCR', 'text'],
  convictedClass: ['CONV_OFFENSE_TOC', 'capitals'],
  offenceCode: ['OFFENSE_CODE', 'text'],
  convictedCode: ['CONV_OFFENSE_CODE', 'text'],
  convictionStatus: ['CONV_STAT_DESCR', 'text'],
  sentencePlace: ['SENT_LOC_DESCR', 'text'],
  sentenceLength: ['SENT_LENGTH', 'text'],
  sentenceUnit: ['SENT_TIME_CODE', 'capitals'],
} as const satisfies Readonly<Record<string, readonly [ColumnName, CellKind]>>;

type CellName = keyof typeof CELLS;
const NAMES = Object.keys(CELLS) as CellName[];
const OF_EVERY_ROW = NAMES.indexOf('county') + 1;
const OF_SIGNS = NAMES.indexOf('comment') + 1;
const WANTED: readonly WantedCell[] = NAMES.map((name) => ({ column: columnIndex(CELLS[name][0]), kind: CELLS[name][1] }));
const at = Object.fromEntries(NAMES.map((name, index) => [name, index])) as Readonly<Record<CellName, number>>;

/** Why a row was rejected. */
export type RejectReason = ScanProblem | 'blank-subject-id' | 'unusable-count-order';

/** What stands next in the bytes. `open`: a quote is open at their end, and more of the file is needed to say. */
export type RowResult = 'row' | 'empty' | 'rejected' | 'open' | 'end';

/**
 * Goes through the rows of a stretch of a state file. After `next()` said `row`, the scan, the bytes under it (another
 * buffer when the record had to be transcoded) and the cells stand on it.
 */
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
  private readonly transcoded: RecordScan;
  private currentScan: RecordScan;
  private readonly facts = emptyRowFacts();
  private lastName = '';
  private lastSex = '';
  private lastBirthDate = 0;
  private lastCii = '';
  private input: Buffer = Buffer.alloc(0);
  private limit = 0;
  private following = 0;
  private allUtf8 = true;

  /** `memory`: where the bytes will be that are read fastest; others are read too. */
  constructor(
    private readonly limits: RecordLimits = RECORD_LIMITS,
    private readonly memory?: ScanMemory,
  ) {
    this.scan = new RecordScan(limits, memory);
    this.cells = new CellReader(WANTED, memory);
    this.transcoded = new RecordScan({ lines: limits.lines, bytes: limits.bytes * 3 });
    this.currentScan = this.scan;
  }

  /** Takes `bytes[0, limit)`, which starts at the start of a line; see `RecordScan.over`. */
  over(bytes: Buffer, limit: number, final: boolean, from = 0): void {
    this.input = bytes;
    this.limit = limit;
    this.position = from;
    this.following = 0;
    this.allUtf8 = isAllUtf8(bytes.subarray(from, limit));
    this.scan.over(bytes, limit, final);
  }

  /** The scan of the current row: of the input, or of the transcoded record. */
  get at(): RecordScan {
    return this.currentScan;
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
    this.useInput();
    if (result === 'rejected') {
      this.reason = scan.problem;
      this.column = scan.fields - 1;
      this.subjectOfRejected();
      return 'rejected';
    }
    if (!this.allUtf8 && !isRecordUtf8(this.input, scan.start, scan.end)) this.transcode();
    const { cells } = this;
    cells.read(this.currentScan, this.bytes, 0, OF_EVERY_ROW);
    this.subjectId = cells.text(at.subjectId);
    this.cii = cells.text(at.cii);
    this.order = cells.order(at.order);
    if (this.subjectId === '') return this.refuse('blank-subject-id', SUBJECT_ID);
    return this.order < 0 ? this.refuse('unusable-count-order', CNT_ORDER) : 'row';
  }

  county(): string {
    return this.cells.text(at.county);
  }

  /** Everything of the current row that decides. The object is filled again for the next row. */
  read(file: number, row: number, offset: number, line: number): RowFacts {
    this.cells.read(this.currentScan, this.bytes, OF_EVERY_ROW, WANTED.length);
    return this.fill(file, row, offset, line, this.subjectId, this.cii, this.order);
  }

  /** The same of a row in `bytes` of the memory whose edges were set aside, by whomever: they stand in `edges` from `place` on. */
  readAside(edges: Int32Array, place: number, bytes: Buffer, file: number, row: number, offset: number, line: number): RowFacts {
    const { cells } = this;
    cells.readAside(edges, place, bytes);
    return this.fill(file, row, offset, line, cells.text(at.subjectId), cells.text(at.cii), cells.order(at.order));
  }

  /**
   * Does the current row say by itself something that can decide: a conviction, a cannabis charge without a disposition, a note,
   * a date that cannot be read, a step that is about the person, or another name, sex, birth date or CII than the row did before that was asked about?
   */
  signs(): boolean {
    const { cells } = this;
    cells.read(this.currentScan, this.bytes, OF_EVERY_ROW, OF_SIGNS);
    const name = cells.text(at.name);
    const sex = cells.text(at.sex);
    const birthDate = cells.date(at.birthDate);
    const { cii } = this;
    const changed = name !== this.lastName || birthDate !== this.lastBirthDate || sex !== this.lastSex || cii !== this.lastCii;
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
      cells.date(at.eventDate) === UNREADABLE_DATE ||
      cells.date(at.dispositionDate) === UNREADABLE_DATE
    );
  }

  private citesCannabis(): boolean {
    this.cells.read(this.currentScan, this.bytes, at.offence, at.offence + 1);
    return CANNABIS_DIGITS.test(this.cells.text(at.offence));
  }

  private fill(file: number, row: number, offset: number, line: number, subjectId: string, cii: string, order: number): RowFacts {
    const { cells, facts } = this;
    facts.file = file;
    facts.row = row;
    facts.offset = offset;
    facts.line = line;
    facts.subjectId = subjectId;
    facts.cii = cii;
    facts.order = orderText(order);
    facts.county = cells.text(at.county);
    facts.name = cells.text(at.name);
    facts.sex = cells.text(at.sex);
    facts.race = cells.text(at.race);
    facts.birthDate = cells.date(at.birthDate);
    facts.cycleDate = cells.date(at.cycleDate);
    facts.eventDate = cells.date(at.eventDate);
    facts.stepType = cells.text(at.stepType);
    facts.ori = cells.text(at.ori);
    facts.agency = cells.text(at.agency);
    facts.dispositionDate = cells.date(at.dispositionDate);
    facts.caseNumber = cells.text(at.caseNumber);
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
   * Passes rows that follow and surely have no sign; gives how many, `most` at most. They are set aside in the memory from `first` on;
   * the row on which this stands is the one before.
   */
  pass(memory: StretchMemory, first: number, most: number): number {
    const { base } = this.scan;
    const last = Math.min(first + most, KEPT_ROWS);
    if (base < 0 || last <= first) return 0;
    const passed = memory.scan.pass(base + this.position, base + this.limit, base, memory.keptAt(first) * 4, memory.keptAt(last) * 4, this.following, this.limits.bytes, this.allUtf8 ? 1 : 0);
    if (passed > 0) {
      this.position = Math.min(memory.lineFeedOf(first + passed - 1) + 1, this.limit);
      this.following += passed;
    }
    return passed;
  }

  /** Passes rows that follow and surely are of the subject, CII and county of this one; gives how many. Each is one line. */
  passAlike(): number {
    const { memory, scan } = this;
    if (!memory || scan.base < 0 || this.currentScan !== scan) return 0;
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

  private useInput(): void {
    this.bytes = this.input;
    this.currentScan = this.scan;
  }

  private transcode(): void {
    const { bytes, length } = fromWindows1252(this.input, this.scan.start, this.scan.end);
    this.transcoded.over(bytes, length, true);
    this.transcoded.scan(0);
    this.bytes = bytes;
    this.currentScan = this.transcoded;
  }

  /** Whose row it was, as far as the fields before the problem say; they stand before whatever shifts the later ones. */
  private subjectOfRejected(): void {
    const reached = this.reason === 'field-count' ? this.column + 1 : this.column;
    const subjectId = reached > SUBJECT_ID ? this.inputText(SUBJECT_ID) : '';
    const cii = reached > CII ? this.inputText(CII).toUpperCase() : '';
    this.subjectId = /^[A-Za-z0-9-]{1,20}$/.test(subjectId) && /\d/.test(subjectId) ? subjectId : '';
    this.cii = /^[A-Z]{0,2}\d{5,12}$/.test(cii) ? cii : '';
  }

  private inputText(column: number): string {
    const { edges } = this.scan;
    return cellText(this.input, edges[column]! + 1, edges[column + 1]!);
  }
}
