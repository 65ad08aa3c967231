import { emptyRowFacts, type RowFacts } from '@clearway/record';
import { columnIndex } from '../columns';
import { FieldCaches, FieldReader } from '../bytes/field-reader';
import { fromWindows1252, isAllUtf8, isRecordUtf8 } from '../bytes/encoding';
import { type ScanMemory } from '../bytes/scan-memory';
import { RECORD_LIMITS, type RecordLimits, RecordScan, type ScanProblem } from '../bytes/record-scan';

const SUBJECT_ID = columnIndex('SUBJECT_ID');
const CII = columnIndex('CII_NUMBER');
const COUNTY = columnIndex('STP_ORI_CNTY_NAME');
const CNT_ORDER = columnIndex('CNT_ORDER');

/** Why a row was rejected. */
export type RejectReason = ScanProblem | 'blank-subject-id' | 'unusable-count-order';

/** What stands next in the bytes. `open`: a quote is open at their end, and more of the file is needed to say. */
export type RowResult = 'row' | 'empty' | 'rejected' | 'open' | 'end';

/**
 * Goes through the rows of a stretch of a state file. After `next()` said `row`, the scan, the bytes under it (another
 * buffer when the record had to be transcoded) and the fields stand on it.
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
  order = '';
  reason: RejectReason = 'field-count';
  /** Column of the problem, from 0. */
  column = 0;

  private readonly fields: FieldReader;
  private readonly transcoded: RecordScan;
  private readonly transcodedFields: FieldReader;
  private current: FieldReader;
  private currentScan: RecordScan;
  private readonly facts = emptyRowFacts();
  private input: Buffer = Buffer.alloc(0);
  private limit = 0;
  private following = 0;
  private allUtf8 = true;

  /** `memory`: where the bytes will be that are read fastest; others are read too. */
  constructor(limits: RecordLimits = RECORD_LIMITS, memory?: ScanMemory) {
    this.scan = new RecordScan(limits, memory);
    const caches = new FieldCaches();
    this.fields = new FieldReader(this.scan, caches);
    this.transcoded = new RecordScan({ lines: limits.lines, bytes: limits.bytes * 3 });
    this.transcodedFields = new FieldReader(this.transcoded, caches);
    this.current = this.fields;
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
    this.fields.over(bytes);
  }

  /** The scan of the current row: of the input, or of the transcoded record. */
  get at(): RecordScan {
    return this.currentScan;
  }

  /** The fields of the current row. */
  get row(): FieldReader {
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
    this.useInput();
    if (result === 'rejected') {
      this.reason = scan.problem;
      this.column = scan.fields - 1;
      this.subjectOfRejected();
      return 'rejected';
    }
    if (!this.allUtf8 && !isRecordUtf8(this.input, scan.start, scan.end)) this.transcode();
    this.subjectId = this.current.text(SUBJECT_ID);
    this.cii = this.current.upper(CII);
    this.order = this.current.order(CNT_ORDER);
    if (this.subjectId === '') return this.refuse('blank-subject-id', SUBJECT_ID);
    return this.order === '' ? this.refuse('unusable-count-order', CNT_ORDER) : 'row';
  }

  county(): string {
    return this.current.upper(COUNTY);
  }

  /** Everything of the current row that decides. The object is filled again for the next row. */
  read(file: number, row: number, offset: number, line: number): RowFacts {
    return readFacts(this.facts, this, file, row, offset, line);
  }

  private refuse(reason: RejectReason, column: number): RowResult {
    this.reason = reason;
    this.column = column;
    return 'rejected';
  }

  private useInput(): void {
    this.bytes = this.input;
    this.current = this.fields;
    this.currentScan = this.scan;
  }

  private transcode(): void {
    const { bytes, length } = fromWindows1252(this.input, this.scan.start, this.scan.end);
    this.transcoded.over(bytes, length, true);
    this.transcoded.scan(0);
    this.transcodedFields.over(bytes);
    this.bytes = bytes;
    this.current = this.transcodedFields;
    this.currentScan = this.transcoded;
  }

  /** Whose row it was, as far as the fields before the problem say; they stand before whatever shifts the later ones. */
  private subjectOfRejected(): void {
    const reached = this.reason === 'field-count' ? this.column + 1 : this.column;
    const subjectId = reached > SUBJECT_ID ? this.fields.text(SUBJECT_ID) : '';
    const cii = reached > CII ? this.fields.upper(CII) : '';
    this.subjectId = /^[A-Za-z0-9-]{1,20}$/.test(subjectId) && /\d/.test(subjectId) ? subjectId : '';
    this.cii = /^[A-Z]{0,2}\d{5,12}$/.test(cii) ? cii : '';
  }
}

const at = {
  name: columnIndex('PRI_NAME'),
  sex: columnIndex('GENDER'),
  race: columnIndex('RACE_DESCR'),
  birthDate: columnIndex('PRI_DOB'),
  cycleDate: columnIndex('CYC_DATE'),
  eventDate: columnIndex('STP_EVENT_DATE'),
  stepType: columnIndex('STP_TYPE_DESCR'),
  ori: columnIndex('STP_ORI_CODE'),
  agency: columnIndex('STP_ORI_DESCR'),
  dispositionDate: columnIndex('DISP_DATE'),
  caseNumber: columnIndex('OFN'),
  courtCase: columnIndex('FE_NUM_CRT_CASE'),
  offence: columnIndex('OFFENSE_DESCR'),
  offenceClass: columnIndex('OFFENSE_TOC'),
  disposedOffence: columnIndex('DISP_OFFENSE_DESCR'),
  convictedOffence: columnIndex('CONV_OFFENSE_DESCR'),
  convictedClass: columnIndex('CONV_OFFENSE_TOC'),
  disposition: columnIndex('DISP_DESCR'),
  convictionStatus: columnIndex('CONV_STAT_DESCR'),
  sentencePlace: columnIndex('SENT_LOC_DESCR'),
  sentenceLength: columnIndex('SENT_LENGTH'),
  sentenceUnit: columnIndex('SENT_TIME_CODE'),
  comment: columnIndex('COMMENT_TEXT'),
};

function readFacts(facts: RowFacts, reader: RowReader, file: number, row: number, offset: number, line: number): RowFacts {
  const fields = reader.row;
  facts.file = file;
  facts.row = row;
  facts.offset = offset;
  facts.line = line;
  facts.subjectId = reader.subjectId;
  facts.cii = reader.cii;
  facts.order = reader.order;
  facts.county = reader.county();
  facts.name = fields.text(at.name);
  facts.sex = fields.text(at.sex);
  facts.race = fields.text(at.race);
  facts.birthDate = fields.date(at.birthDate);
  facts.cycleDate = fields.date(at.cycleDate);
  facts.eventDate = fields.date(at.eventDate);
  facts.stepType = fields.text(at.stepType);
  facts.ori = fields.text(at.ori);
  facts.agency = fields.text(at.agency);
  facts.dispositionDate = fields.date(at.dispositionDate);
  facts.caseNumber = fields.text(at.caseNumber);
  facts.courtCase = fields.text(at.courtCase);
  facts.offence = fields.text(at.offence);
  facts.offenceClass = fields.upper(at.offenceClass);
  facts.disposedOffence = fields.text(at.disposedOffence);
  facts.convictedOffence = fields.text(at.convictedOffence);
  facts.convictedClass = fields.upper(at.convictedClass);
  facts.disposition = fields.text(at.disposition);
  facts.convictionStatus = fields.text(at.convictionStatus);
  facts.sentencePlace = fields.text(at.sentencePlace);
  facts.sentenceLength = fields.text(at.sentenceLength);
  facts.sentenceUnit = fields.upper(at.sentenceUnit);
  facts.comment = fields.text(at.comment);
  return facts;
}
