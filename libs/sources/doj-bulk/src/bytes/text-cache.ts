const SLOTS = 1 << 12;
const SLOT_BYTES = 64;

/**
 * Turns the bytes of a field into a text, once for the values that come again and again. Direct mapped and of a fixed
 * size, so that it never grows: a value that is not there is read anew and takes its place.
 */
export class TextCache {
  private readonly stored = new Uint8Array(SLOTS * SLOT_BYTES);
  private readonly lengths = new Int32Array(SLOTS).fill(-1);
  private readonly texts: string[] = new Array<string>(SLOTS).fill('');

  /** `read` must be a pure function of the text. */
  constructor(private readonly read: (text: string) => string) {}

  /** The bytes are UTF-8. */
  text(bytes: Buffer, from: number, to: number): string {
    const length = to - from;
    if (length > SLOT_BYTES) return this.read(bytes.toString('utf8', from, to));
    let hash = length;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const base = slot * SLOT_BYTES;
    const { stored } = this;
    if (this.lengths[slot] === length) {
      let i = 0;
      while (i < length && stored[base + i] === bytes[from + i]) i++;
      if (i === length) return this.texts[slot]!;
    }
    const text = this.read(bytes.toString('utf8', from, to));
    for (let i = 0; i < length; i++) stored[base + i] = bytes[from + i]!;
    this.lengths[slot] = length;
    this.texts[slot] = text;
    return text;
  }
}
