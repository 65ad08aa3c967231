import { filled, parsePartialDate, UNREADABLE_DATE } from '@clearway/record';
import { COLUMN_COUNT } from '../columns';
import { type RecordScan } from './record-scan';
import { TextCache } from './text-cache';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const NOT_USABLE = '';

/** The texts that readers of the same files meet; one set serves several readers of a thread. */
export class FieldCaches {
  readonly plain = new TextCache(filled);
  readonly capitals = new TextCache((text) => filled(text).toUpperCase());
  readonly orders = new TextCache(countOrderOf);
}

/**
 * Reads fields of the record that a `RecordScan` stands on. Most fields say what the same field of the row before said:
 * then nothing is decoded at all.
 */
export class FieldReader {
  private readonly seenFrom = new Int32Array(COLUMN_COUNT).fill(-1);
  private readonly seenTo = new Int32Array(COLUMN_COUNT);
  private readonly seenText: string[] = new Array<string>(COLUMN_COUNT).fill('');
  private readonly seenDate = new Float64Array(COLUMN_COUNT);
  private bytes: Buffer = Buffer.alloc(0);

  constructor(
    private readonly scan: RecordScan,
    private readonly caches = new FieldCaches(),
  ) {}

  /** Must be called whenever the bytes under the scan are others than before. */
  over(bytes: Buffer): void {
    this.bytes = bytes;
    this.seenFrom.fill(-1);
  }

  /** The field's text, blanks around removed; empty for what the state writes for nothing. */
  text(column: number): string {
    return this.read(column, this.caches.plain);
  }

  /** The same in upper case. */
  upper(column: number): string {
    return this.read(column, this.caches.capitals);
  }

  /** The twelve digits of a CNT_ORDER; empty when it is not usable. */
  order(column: number): string {
    return this.read(column, this.caches.orders);
  }

  /** `0` when blank, `UNREADABLE_DATE` when filled with something that is no date. */
  date(column: number): number {
    const start = this.scan.edges[column]! + 1;
    const end = this.scan.edges[column + 1]!;
    if (start === end) return 0;
    if (this.asBefore(column, start, end)) return this.seenDate[column]!;
    const date = rowDate(this.read(column, this.caches.plain));
    this.seenDate[column] = date;
    return date;
  }

  private read(column: number, cache: TextCache): string {
    const start = this.scan.edges[column]! + 1;
    const end = this.scan.edges[column + 1]!;
    if (start === end) return '';
    if (this.asBefore(column, start, end)) return this.seenText[column]!;
    const text = this.decode(start, end, cache);
    this.seenFrom[column] = start;
    this.seenTo[column] = end;
    this.seenText[column] = text;
    return text;
  }

  private asBefore(column: number, start: number, end: number): boolean {
    const seen = this.seenFrom[column]!;
    if (seen < 0 || this.seenTo[column]! - seen !== end - start) return false;
    const { bytes } = this;
    for (let i = start, j = seen; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }

  private decode(start: number, end: number, cache: TextCache): string {
    const { bytes } = this;
    let from = start;
    let to = end;
    if (bytes[from] === QUOTE) {
      from++;
      to--;
      for (let i = from; i < to; i++) if (bytes[i] === QUOTE) return cache.text(...unescaped(bytes, from, to));
    }
    while (from < to && (bytes[from] === SPACE || bytes[from] === TAB)) from++;
    while (from < to && (bytes[to - 1] === SPACE || bytes[to - 1] === TAB)) to--;
    if (from === to || (to - from === 1 && bytes[from] === HYPHEN)) return '';
    return cache.text(bytes, from, to);
  }
}

function unescaped(bytes: Buffer, from: number, to: number): [Buffer, number, number] {
  const text = Buffer.from(bytes.toString('utf8', from, to).replaceAll('""', '"').trim(), 'utf8');
  return [text, 0, text.length];
}

/**
 * CNT_ORDER places a count: three digits each for cycle, step and count, then `000`. Nine digits place it; fewer do not,
 * and more than twelve are something else. The answer always has twelve.
 */
export function countOrderOf(text: string): string {
  return /^\d{9,12}$/.test(text.trim()) ? text.trim().padEnd(12, '0') : NOT_USABLE;
}

function rowDate(text: string): number {
  if (text === '' || /^0+$/.test(text)) return 0;
  return parsePartialDate(text) || UNREADABLE_DATE;
}
