import { type DelimitedRecord, LONGEST_CELL } from './delimited-rows';
import { ByteCounter, type EncodedText } from './decode-text';

/** A record of a text file with its place in the bytes. */
export interface TextRecord extends Omit<DelimitedRecord, 'start' | 'brokenAt'> {
  readonly offset: number;
  /** Bytes up to the next record. */
  readonly length: number;
}

/** Small, so that a window is gone as soon as its rows are. */
const WINDOW_BYTES = 1 << 16;

interface Held {
  readonly offset: number;
  readonly line: number;
  readonly fields: readonly string[];
  readonly broken: TextRecord['broken'] | undefined;
}

/**
 * The records of a text file of any length, decoded in windows: the same as of the whole text at once. A record is certain when another
 * begins behind it in the window; the last one of a window is read again with the next.
 */
export function* textRecords(
  source: EncodedText,
  recordsOf: (text: string) => Iterable<DelimitedRecord>,
  windowBytes = WINDOW_BYTES,
): Generator<TextRecord> {
  let from = source.markBytes;
  let line = 1;
  let size = windowBytes;
  while (from < source.length) {
    const to = source.endNear(from + size);
    const isLast = to >= source.length;
    const text = source.text(from, to);
    const places = new ByteCounter(text, source.encoding, from, to);
    let held: Held | undefined;
    for (const { start, line: lineInText, fields, broken, brokenAt = start } of recordsOf(text)) {
      const offset = places.offsetOf(start);
      if (held) yield placed(held, offset);
      held = { offset, line: line + lineInText - 1, fields, broken };
      if (isLast || broken !== 'open-quote') continue;
      // The quote may be closed behind the window; where that is too far away, only the reason is open.
      if (text.length - brokenAt <= LONGEST_CELL) break;
      if (source.hasQuoteFrom(to)) held = { ...held, broken: 'cell-too-long' };
    }
    if (isLast) {
      if (held) yield placed(held, source.length);
      return;
    }
    const isFurther = held !== undefined && held.offset > from;
    size = isFurther ? windowBytes : size * 2;
    if (!held || !isFurther) continue;
    ({ offset: from, line } = held);
  }
}

function placed({ offset, line, fields, broken }: Held, end: number): TextRecord {
  const length = end - offset;
  return broken === undefined ? { offset, length, line, fields } : { offset, length, line, fields, broken };
}
