import { type ByteSource } from './byte-source';

const LF = 0x0a;

/** A stretch of whole lines of a file, in a buffer that has one byte of room behind them. */
export interface LineStretch {
  readonly slot: number;
  readonly buffer: Buffer;
  /** Offset in the unpacked file of the first byte of the buffer. */
  readonly base: number;
  readonly length: number;
  /** Nothing follows in the file. */
  readonly final: boolean;
  /** It begins in the middle of a line that is longer than a buffer: its beginning was already accounted for. */
  readonly midLine: boolean;
}

/** Buffers that go round: `take` waits for a free one, `give` frees one. */
export class Slots {
  private readonly free: number[];
  private readonly waiting: ((slot: number) => void)[] = [];

  constructor(readonly buffers: readonly Buffer[]) {
    this.free = buffers.map((_, index) => index);
  }

  take(): Promise<number> {
    const slot = this.free.pop();
    return slot !== undefined ? Promise.resolve(slot) : new Promise((resolve) => this.waiting.push(resolve));
  }

  give(slot: number): void {
    const next = this.waiting.shift();
    if (next) next(slot);
    else this.free.push(slot);
  }
}

/**
 * Cuts a source into stretches that end at a line end. What is left behind the last line end goes to the front of the next
 * buffer. A line longer than a buffer is cut, and its first part ends a stretch of its own.
 */
export async function* lineStretches(source: ByteSource, slots: Slots): AsyncGenerator<LineStretch> {
  let slot = await slots.take();
  let base = 0;
  let length = 0;
  let midLine = false;
  for (;;) {
    const buffer = slots.buffers[slot]!;
    const room = buffer.subarray(0, buffer.length - 1);
    let ended = false;
    while (length < room.length) {
      const count = await source.read(room, length);
      if (count === 0) {
        ended = true;
        break;
      }
      length += count;
    }
    if (ended) {
      yield { slot, buffer, base, length, final: true, midLine };
      return;
    }
    const lastLine = room.lastIndexOf(LF, length - 1) + 1;
    const end = lastLine === 0 ? length : lastLine;
    const next = await slots.take();
    const rest = length - end;
    if (rest > 0) buffer.copy(slots.buffers[next]!, 0, end, length);
    yield { slot, buffer, base, length: end, final: false, midLine };
    midLine = lastLine === 0;
    slot = next;
    base += end;
    length = rest;
  }
}
