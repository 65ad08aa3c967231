import { COLUMN_COUNT } from '../columns';
import { UTF_8_OF_1252 } from './encoding';
import { type EdgedRecord } from './record-scan';

/** Bytes of UTF-8 that one of Windows-1252 becomes at most. */
const MOST_BYTES = 3;

/**
 * A record of Windows-1252 in UTF-8. What divides fields is ASCII, so each edge moves by what the letters before it grew, and the record
 * need not be looked at again.
 */
export class TranscodedRecord implements EdgedRecord {
  readonly base = -1;
  readonly edges = new Int32Array(COLUMN_COUNT + 1);
  /** The record from the first byte on, with a byte of room behind it at least; overwritten by the next record. */
  bytes: Buffer = Buffer.alloc(0);

  /** Takes the record of `COLUMN_COUNT` fields in `input` whose edges stand in `edges`. */
  take(input: Buffer, edges: Int32Array): void {
    const from = edges[0]! + 1;
    const to = edges[COLUMN_COUNT]!;
    const most = (to - from) * MOST_BYTES + 1;
    if (this.bytes.length < most) this.bytes = Buffer.alloc(most * 2);
    const { bytes, edges: moved } = this;
    moved[0] = -1;
    let column = 1;
    let edge = edges[1]!;
    let at = 0;
    for (let position = from; position < to; position++) {
      if (position === edge) {
        moved[column++] = at;
        edge = edges[column]!;
      }
      const byte = input[position]!;
      if (byte < 0x80) {
        bytes[at++] = byte;
        continue;
      }
      for (let letter = UTF_8_OF_1252[byte - 0x80]!; letter !== 0; letter >>>= 8) bytes[at++] = letter & 0xff;
    }
    moved[COLUMN_COUNT] = at;
  }
}
