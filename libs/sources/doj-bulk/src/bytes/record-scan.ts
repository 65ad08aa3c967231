import { COLUMN_COUNT } from '../columns';
import { type ScanMemory } from './scan-memory';

/** How far a record may go before its open quote is taken for a stray one. */
export interface RecordLimits {
  /** Physical lines of one record. */
  readonly lines: number;
  /** Bytes of one record, the end of its last line not counted. */
  readonly bytes: number;
}

export const RECORD_LIMITS: RecordLimits = { lines: 16, bytes: 64 * 1024 };

const COMMA = 0x2c;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** Fields that a record can have before counting stops mattering. */
const FIELDS = COLUMN_COUNT;
const MOST_FIELDS = FIELDS + 1;

export type ScanResult = 'record' | 'empty' | 'rejected' | 'open';

export type ScanProblem = 'field-count' | 'bare-quote' | 'unclosed-quote' | 'stray-return' | 'too-long';

/** Where the fields of a record are. */
export interface EdgedRecord {
  /**
   * Field `n` is `bytes[edges[n] + 1, edges[n + 1])`, its quotes included. The first edge is the byte before the record, the others are
   * commas, the last one is the record's end.
   */
  readonly edges: Int32Array;
  /** Where the bytes begin in the memory; -1 when they are not in it. */
  readonly base: number;
}

/**
 * Finds the edges of one record after the other in a buffer. The grammar is RFC 4180 with recovery: a closing quote is
 * followed by comma, line end or the end of the input; a record has at most so many lines and bytes; anything else
 * rejects the physical line on which the record began, and the next record begins at the next line. A line ends at its line
 * feed, carriage returns before it included (some transfers double them); one elsewhere outside of quotes is nothing that the
 * programs that open the results agree about, so it is not passed on.
 *
 * Quotes are the only state, and there is none between records: what a record is does not depend on what came before it.
 */
export class RecordScan implements EdgedRecord {
  readonly edges: Int32Array;
  /** First byte of the record or line last scanned. */
  start = 0;
  /** First byte after its last field. */
  end = 0;
  /** First byte of what follows. */
  next = 0;
  /** Fields found; up to the problem when rejected. */
  fields = 0;
  /** Physical lines of the record; 1 when rejected. */
  lines = 1;
  /** Of those after the first, the ones that are not empty. */
  continuations = 0;
  problem: ScanProblem = 'field-count';

  private bytes: Buffer = Buffer.alloc(0);
  private limit = 0;
  private final = true;

  base = -1;

  constructor(
    private readonly limits: RecordLimits = RECORD_LIMITS,
    private readonly memory?: ScanMemory,
  ) {
    this.edges = memory?.edges ?? new Int32Array(MOST_FIELDS + 2);
  }

  /**
   * Takes `bytes[0, limit)`. One byte of room is needed behind `limit`, and is overwritten. `final` says that nothing
   * follows in the file; otherwise a quote that is still open there gives `open`.
   */
  over(bytes: Buffer, limit: number, final: boolean): void {
    if (bytes.length <= limit) throw new RangeError('a scan needs one byte of room behind the bytes');
    bytes[limit] = LF;
    this.bytes = bytes;
    this.limit = limit;
    this.final = final;
    this.base = this.memory?.has(bytes) ? bytes.byteOffset : -1;
  }

  /** Scans what begins at `position`, which is below the limit and at the start of a physical line. */
  scan(position: number): ScanResult {
    if (this.base >= 0) {
      const lineFeed = this.memory!.plain(this.base, position);
      if (lineFeed >= 0 && lineFeed - position <= this.limits.bytes) return this.plain(position, lineFeed);
    }
    return this.look(position);
  }

  private plain(position: number, lineFeed: number): ScanResult {
    const { edges } = this;
    const end = this.bytes[lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
    edges[0] = position - 1;
    edges[FIELDS] = end;
    this.start = position;
    this.lines = 1;
    this.continuations = 0;
    this.end = end;
    this.next = lineFeed < this.limit ? lineFeed + 1 : this.limit;
    this.fields = FIELDS;
    return 'record';
  }

  /** Looks at every byte; this is what a record is. */
  private look(position: number): ScanResult {
    const { bytes, limit, edges } = this;
    this.start = position;
    edges[0] = position - 1;
    this.lines = 1;
    this.continuations = 0;
    let i = position;
    let field = 0;
    for (;;) {
      let byte = bytes[i]!;
      if (byte === QUOTE) {
        i = this.closingQuote(i + 1, position);
        if (i < 0) return i === OPEN_AT_END ? 'open' : this.reject(position, field);
        i = afterReturns(bytes, i);
        byte = bytes[i]!;
      } else {
        for (;;) {
          if (byte > COMMA) {
            byte = bytes[++i]!;
            continue;
          }
          if (byte === COMMA || byte === LF) break;
          if (byte === QUOTE) {
            this.problem = 'bare-quote';
            return this.reject(position, field);
          }
          if (byte === CR) {
            i = afterReturns(bytes, i);
            byte = bytes[i]!;
            if (byte === LF) break;
            this.problem = 'stray-return';
            return this.reject(position, field);
          }
          byte = bytes[++i]!;
        }
      }
      if (byte === COMMA) {
        if (field < MOST_FIELDS) edges[field + 1] = i;
        field++;
        i++;
        continue;
      }
      return this.finish(position, i < limit ? i : limit, field);
    }
  }

  /**
   * From behind an opening quote to the byte behind the closing one (comma, CRs before LF or the end, LF, or the limit).
   * Negative when there is no closing quote that counts.
   */
  private closingQuote(from: number, recordStart: number): number {
    const { bytes, limit } = this;
    let i = from;
    for (;;) {
      const byte = bytes[i]!;
      if (byte === QUOTE) {
        if (i + 1 >= limit) {
          if (i >= limit) break;
          return i + 1;
        }
        const after = bytes[i + 1]!;
        if (after === QUOTE) {
          i += 2;
          continue;
        }
        if (after === COMMA || after === LF) return i + 1;
        if (after === CR && bytes[afterReturns(bytes, i + 1)] === LF) return i + 1;
        this.problem = 'bare-quote';
        return REJECTED;
      }
      if (byte === LF) {
        if (i >= limit) break;
        if (i - recordStart > this.limits.bytes || this.lines >= this.limits.lines) {
          this.problem = 'unclosed-quote';
          return REJECTED;
        }
        this.lines++;
        const lineStart = i + 1;
        if (lineStart < limit && bytes[afterReturns(bytes, lineStart)] !== LF) this.continuations++;
      }
      i++;
    }
    this.problem = 'unclosed-quote';
    return this.final || limit - recordStart > this.limits.bytes ? REJECTED : OPEN_AT_END;
  }

  private finish(position: number, lineEnd: number, commas: number): ScanResult {
    const { bytes, limit, edges } = this;
    let end = lineEnd;
    while (end > position && bytes[end - 1] === CR) end--;
    const next = Math.min(lineEnd + 1, limit);
    if (end === position && commas === 0) {
      this.end = end;
      this.next = next;
      this.fields = 0;
      return 'empty';
    }
    const fields = commas + 1;
    if (end - position > this.limits.bytes) {
      this.problem = 'too-long';
      return this.reject(position, Math.min(fields, MOST_FIELDS) - 1);
    }
    if (fields !== FIELDS) {
      this.problem = 'field-count';
      edges[Math.min(fields, MOST_FIELDS)] = end;
      return this.reject(position, commas);
    }
    edges[fields] = end;
    this.end = end;
    this.next = next;
    this.fields = fields;
    return 'record';
  }

  /** Only the physical line is lost: the next one is looked at afresh. */
  private reject(position: number, field: number): ScanResult {
    const lineFeed = this.bytes.indexOf(LF, position);
    const end = lineFeed < 0 || lineFeed > this.limit ? this.limit : lineFeed;
    this.fields = field + 1;
    this.lines = 1;
    this.continuations = 0;
    this.end = end;
    this.next = Math.min(end + 1, this.limit);
    return 'rejected';
  }
}

const REJECTED = -1;
const OPEN_AT_END = -2;

/** The first byte from `at` on that is no carriage return; the line feed behind the limit is one at the latest. */
function afterReturns(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] === CR) i++;
  return i;
}
