import { Zlib } from 'fflate';

const COLUMNS = 4;
const ROW = 7;
const ROWS_AT_ONCE = 8192;

/**
 * Where the objects of a file stand, as runs of neighbours: a few bytes a filing, however many objects it has. Packed
 * objects of one stream and neighbouring numbers are one run.
 */
export class CrossReferences {
  /** First object, how many, the stream that holds them (0: none), the offset or the index of the first. */
  private runs: Float64Array;
  private count: number;

  constructor(before?: CrossReferences) {
    this.runs = before ? before.runs.slice() : new Float64Array(64 * COLUMNS);
    this.count = before ? before.count : 0;
  }

  inFile(id: number, offset: number): void {
    this.push(id, 0, offset);
  }

  inStream(id: number, stream: number, index: number): void {
    const last = (this.count - 1) * COLUMNS;
    if (
      last >= 0 &&
      this.runs[last + 2] === stream &&
      (this.runs[last] as number) + (this.runs[last + 1] as number) === id
    ) {
      this.runs[last + 1] = (this.runs[last + 1] as number) + 1;
      return;
    }
    this.push(id, stream, index);
  }

  /** The packed rows of the objects 0 to `size` - 1: kind, place and index in 1, 4 and 2 bytes, predicted from the row above. */
  packed(size: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const zlib = new Zlib({ level: 2 }, (part) => void parts.push(part));
    const rows = new RowWriter((bytes) => zlib.push(bytes));
    rows.add(0, 0, 0xffff);
    let next = 1;
    for (const run of this.ascending()) {
      const at = run * COLUMNS;
      const first = this.runs[at] as number;
      for (; next < first; next++) rows.add(0, 0, 0xffff);
      const stream = this.runs[at + 2] as number;
      const place = this.runs[at + 3] as number;
      const many = this.runs[at + 1] as number;
      for (let i = 0; i < many; i++)
        if (stream === 0) rows.add(1, place, 0);
        else rows.add(2, stream, place + i);
      next = first + many;
    }
    for (; next < size; next++) rows.add(0, 0, 0xffff);
    rows.flush();
    zlib.push(new Uint8Array(0), true);
    return Buffer.concat(parts);
  }

  private push(id: number, stream: number, place: number): void {
    if ((this.count + 1) * COLUMNS > this.runs.length) {
      const wider = new Float64Array(this.runs.length * 2);
      wider.set(this.runs);
      this.runs = wider;
    }
    this.runs.set([id, 1, stream, place], this.count * COLUMNS);
    this.count++;
  }

  private ascending(): Uint32Array {
    const order = Uint32Array.from({ length: this.count }, (_, i) => i);
    return order.sort((a, b) => (this.runs[a * COLUMNS] as number) - (this.runs[b * COLUMNS] as number));
  }
}

class RowWriter {
  private buffer = Buffer.alloc(ROWS_AT_ONCE * (ROW + 1));
  private at = 0;
  private readonly row = Buffer.alloc(ROW);
  private readonly above = Buffer.alloc(ROW);

  constructor(private readonly emit: (bytes: Uint8Array) => void) {}

  add(kind: number, place: number, index: number): void {
    this.row[0] = kind;
    this.row.writeUInt32BE(place, 1);
    this.row.writeUInt16BE(index, 5);
    this.buffer[this.at++] = 2;
    for (let i = 0; i < ROW; i++) this.buffer[this.at++] = (this.row[i] as number) - (this.above[i] as number);
    this.row.copy(this.above);
    if (this.at === this.buffer.length) this.flush();
  }

  flush(): void {
    if (this.at > 0) this.emit(this.buffer.subarray(0, this.at));
    this.buffer = Buffer.alloc(ROWS_AT_ONCE * (ROW + 1));
    this.at = 0;
  }
}
