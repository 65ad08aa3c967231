const ROW = 7;

/** Where each object of a file stands: a row of seven bytes for each, one kind, four place, two index. */
export class CrossReferences {
  private table: Buffer;
  private size: number;

  constructor(objects: number) {
    this.size = objects + 1;
    this.table = Buffer.alloc((objects + 64) * ROW);
    this.table.writeUInt16BE(0xffff, 5);
  }

  /** A number for an object that the file itself adds. */
  next(): number {
    const id = this.size++;
    if (this.size * ROW > this.table.length) this.table = Buffer.concat([this.table, Buffer.alloc(this.table.length)]);
    return id;
  }

  inFile(id: number, offset: number): void {
    this.table[id * ROW] = 1;
    this.table.writeUInt32BE(offset, id * ROW + 1);
  }

  inStream(id: number, stream: number, index: number): void {
    this.table[id * ROW] = 2;
    this.table.writeUInt32BE(stream, id * ROW + 1);
    this.table.writeUInt16BE(index, id * ROW + 5);
  }

  /** The rows, each written as its difference from the one before (predictor 12): rows in a row pack to almost nothing. */
  rows(): Uint8Array {
    const rows = Buffer.alloc(this.size * (ROW + 1));
    for (let row = 0; row < this.size; row++) {
      rows[row * (ROW + 1)] = 2;
      for (let i = 0; i < ROW; i++) {
        const above = row === 0 ? 0 : (this.table[(row - 1) * ROW + i] as number);
        rows[row * (ROW + 1) + 1 + i] = (this.table[row * ROW + i] as number) - above;
      }
    }
    return rows;
  }
}
