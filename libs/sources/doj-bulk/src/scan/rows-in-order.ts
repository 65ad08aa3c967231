import { openByteSource } from './byte-source';
import { RECORD_LIMITS, type RecordLimits } from '../bytes/record-scan';
import { RowReader } from '../rows/row-reader';
import { ROOM, ScanMemory } from '../bytes/scan-memory';
import { readHead } from './head-of-file';
import { lineStretches, Slots } from './line-stretches';
import { type StateFile } from './population';
import { slotsOf } from './scan-slots';

export interface RowsInOrderOptions {
  readonly unpackTo: string;
  readonly limits?: RecordLimits;
  readonly bufferBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Goes once through a state file from front to back in this thread. `each` is called for every row that can be used, with the
 * reader standing on it, and `stretch` between buffers; both see the rows that `scanPopulation` sees. Gives the SHA-256 of the input.
 */
export async function rowsInOrder(
  input: StateFile & { readonly name: string },
  options: RowsInOrderOptions,
  each: (reader: RowReader, row: number) => void,
  stretch: (bytesTaken: number) => Promise<void>,
): Promise<string> {
  const limits = options.limits ?? RECORD_LIMITS;
  const source = openByteSource(input.path, input.name, options.unpackTo);
  const slotBytes = (options.bufferBytes ?? 1 << 21) + 1;
  const memory = ScanMemory.allocate(2 * (slotBytes + ROOM));
  const slots = new Slots(slotsOf(memory, 2, slotBytes, 1));
  const reader = new RowReader(limits, new ScanMemory(memory));
  let row = 0;
  let open: Buffer | undefined;
  let first = true;
  try {
    for await (const { slot, buffer, length, final, midLine } of lineStretches(source, slots)) {
      options.signal?.throwIfAborted();
      let bytes = buffer;
      let limit = length;
      let from = 0;
      if (first) from = readHead(buffer, length, input.name).bodyStart;
      else if (midLine) {
        const lineFeed = buffer.indexOf(0x0a);
        from = lineFeed < 0 || lineFeed >= length ? length : lineFeed + 1;
      }
      first = false;
      if (open) {
        bytes = Buffer.concat([open, buffer.subarray(0, length), Buffer.alloc(1)]);
        limit = open.length + length;
        open = undefined;
      }
      reader.over(bytes, limit, final, from);
      for (let result = reader.next(); result !== 'end'; result = reader.next()) {
        if (result === 'row') each(reader, row++);
        if (result !== 'open') continue;
        open = Buffer.from(bytes.subarray(reader.start, limit));
        break;
      }
      await stretch(source.taken);
      slots.give(slot);
    }
  } finally {
    source.close();
  }
  return source.sha256();
}
