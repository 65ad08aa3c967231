/** Numbers and texts one after another in bytes: seven bits a byte, least first; whole numbers from 0 to 2^53 - 1. */
export class NumberWriter {
  private bytes = Buffer.allocUnsafe(1 << 16);
  private at = 0;

  /** Everything written since the last `take`, as bytes of their own. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.at));
    this.at = 0;
    return taken;
  }

  number(value: number): void {
    if (this.at + 10 > this.bytes.length) this.grow(10);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.at++] = rest % 0x80 | 0x80;
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 0x80);
    }
    this.bytes[this.at++] = rest;
  }

  /** A number that can be below 0. */
  difference(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(value: string): void {
    const most = value.length * 3 + 10;
    if (this.at + most > this.bytes.length) this.grow(most);
    const length = Buffer.byteLength(value, 'utf8');
    this.number(length);
    this.at += this.bytes.write(value, this.at, 'utf8');
  }

  private grow(by: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + by));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

/** Reads what a NumberWriter wrote. */
export class NumberReader {
  constructor(
    private readonly bytes: Buffer,
    private at = 0,
  ) {}

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  number(): number {
    let byte = this.next();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let scale = 0x80; ; scale *= 0x80) {
      byte = this.next();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  difference(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.number();
    if (this.at + length > this.bytes.length) throw new RangeError('the bytes end within a text');
    const value = this.bytes.toString('utf8', this.at, this.at + length);
    this.at += length;
    return value;
  }

  private next(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('the bytes end within a number');
    return byte;
  }
}
