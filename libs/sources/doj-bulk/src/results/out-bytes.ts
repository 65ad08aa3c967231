const FIRST = 1 << 16;
const BY_HAND = 48;

/** Bytes that are appended to; the buffer grows and is used again. */
export class OutBytes {
  buffer: Buffer = Buffer.alloc(0);
  length = 0;
  /** It stands in the memory in which `startIn` said that it begins; no longer when it outgrew its room. */
  near = false;

  bytes(source: Buffer, from: number, to: number): void {
    const count = to - from;
    if (this.length + count > this.buffer.length) this.grow(count);
    if (count > BY_HAND) {
      source.copy(this.buffer, this.length, from, to);
      this.length += count;
      return;
    }
    const { buffer } = this;
    let at = this.length;
    for (let i = from; i < to; i++) buffer[at++] = source[i]!;
    this.length = at;
  }

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  /** A text of ASCII letters. */
  ascii(text: string): void {
    const count = text.length;
    if (this.length + count > this.buffer.length) this.grow(count);
    for (let i = 0; i < count; i++) this.buffer[this.length + i] = text.charCodeAt(i);
    this.length += count;
  }

  text(text: string): void {
    const most = text.length * 3;
    if (this.length + most > this.buffer.length) this.grow(most);
    this.length += this.buffer.write(text, this.length, 'utf8');
  }

  /** Empty again, in a room of a memory. What was written before is somebody else's now. */
  startIn(room: Buffer): void {
    this.buffer = room;
    this.length = 0;
    this.near = true;
  }

  /** Are so many bytes left where it is? */
  hasRoom(count: number): boolean {
    return this.length + count <= this.buffer.length;
  }

  /** What was appended, as it stands in the buffer. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private grow(count: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST, this.length + count, Math.ceil(this.buffer.length * 1.5)));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
    this.near = false;
  }
}
