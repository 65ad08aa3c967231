import { PdfReadError } from './errors';

export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfRef {
  constructor(readonly id: number) {}
}

/** An operator or another bare word. */
export class PdfWord {
  constructor(readonly word: string) {}
}

export type PdfDictionary = Map<string, PdfValue>;
/** Strings are their bytes. */
export type PdfValue = number | boolean | null | PdfName | PdfRef | PdfWord | Uint8Array | PdfValue[] | PdfDictionary;

const SPACE = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) SPACE[byte] = 1;
const DELIMITER = new Uint8Array(256);
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1;

/** Reads values one after another from bytes: a file's objects and a page's content have the same grammar. */
export class PdfSyntax {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (SPACE[byte]) this.at++;
      else if (byte === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
      else return;
    }
  }

  /** The next value, or `undefined` at the end. References are recognised only where `references` is set. */
  next(references = false): PdfValue | undefined {
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    if (byte === 0x2f) return this.name();
    if (byte === 0x28) return this.literal();
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dictionary() : this.hex();
    if (byte === 0x5b) return this.array(references);
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e)
      return this.number(references);
    return this.word();
  }

  private number(references: boolean): PdfValue {
    const value = this.plainNumber();
    if (!references || !Number.isInteger(value) || value < 0) return value;
    const back = this.at;
    this.skipSpace();
    const digit = this.bytes[this.at];
    if (digit !== undefined && digit >= 0x30 && digit <= 0x39) {
      this.plainNumber();
      this.skipSpace();
      const after = this.bytes[this.at + 1];
      if (this.bytes[this.at] === 0x52 && (after === undefined || SPACE[after] || DELIMITER[after])) {
        this.at++;
        return new PdfRef(value);
      }
    }
    this.at = back;
    return value;
  }

  private plainNumber(): number {
    let sign = 1;
    let value = 0;
    let scale = 0;
    const start = this.at;
    for (; ; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) break;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + (byte - 0x30);
        if (scale > 0) scale *= 10;
      } else if (byte === 0x2e && scale === 0) scale = 1;
      else if (this.at === start && byte === 0x2d) sign = -1;
      else if (!(this.at === start && byte === 0x2b)) break;
    }
    if (this.at === start) throw new PdfReadError(`a number was expected at byte ${start}`);
    return (sign * value) / (scale || 1);
  }

  private name(): PdfName {
    const start = ++this.at;
    let hash = 0;
    for (; this.inWord(); this.at++) hash = (Math.imul(hash, 31) + (this.bytes[this.at] as number)) | 0;
    const slot = hash & (NAMES.length - 1);
    const known = NAMES[slot];
    if (known && this.standsAt(start, known.raw)) return known.name;
    const raw = latin1(this.bytes.subarray(start, this.at));
    const name = new PdfName(
      raw.includes('#')
        ? raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        : raw,
    );
    NAMES[slot] = { raw, name };
    return name;
  }

  private standsAt(start: number, text: string): boolean {
    if (this.at - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  private word(): PdfValue {
    const start = this.at;
    while (this.inWord()) this.at++;
    if (this.at === start) throw new PdfReadError(`an unexpected sign at byte ${start}`);
    if (this.at - start <= 2)
      return shortWord(this.bytes[start] as number, this.at - start === 2 ? (this.bytes[start + 1] as number) : 0);
    const word = latin1(this.bytes.subarray(start, this.at));
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new PdfWord(word);
  }

  private inWord(): boolean {
    const byte = this.bytes[this.at];
    return byte !== undefined && !SPACE[byte] && !DELIMITER[byte];
  }

  private literal(): Uint8Array {
    const start = this.at + 1;
    for (let end = start; end < this.bytes.length; end++) {
      const byte = this.bytes[end];
      if (byte === 0x5c || byte === 0x28) break;
      if (byte !== 0x29) continue;
      this.at = end + 1;
      return this.bytes.subarray(start, end);
    }
    return this.nestedLiteral();
  }

  private nestedLiteral(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.at++; ; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new PdfReadError('a string has no end');
      if (byte === 0x5c) this.escaped(out);
      else {
        if (byte === 0x28) depth++;
        if (byte === 0x29 && --depth === 0) break;
        out.push(byte);
      }
    }
    this.at++;
    return Uint8Array.from(out);
  }

  private escaped(out: number[]): void {
    const byte = this.bytes[++this.at] as number;
    const simple = 'nrtbf'.indexOf(String.fromCharCode(byte));
    if (simple >= 0) out.push([10, 13, 9, 8, 12][simple] as number);
    else if (byte >= 0x30 && byte <= 0x37) {
      let value = 0;
      let digits = 0;
      for (; digits < 3; digits++) {
        const digit = this.bytes[this.at + digits];
        if (digit === undefined || digit < 0x30 || digit > 0x37) break;
        value = value * 8 + (digit - 0x30);
      }
      this.at += digits - 1;
      out.push(value & 0xff);
    } else if (byte === 13) {
      if (this.bytes[this.at + 1] === 10) this.at++;
    } else if (byte !== 10) out.push(byte);
  }

  private hex(): Uint8Array {
    const digits: number[] = [];
    for (this.at++; ; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new PdfReadError('a string has no end');
      if (byte === 0x3e) break;
      if (SPACE[byte]) continue;
      const digit = byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
      if (digit < 0 || digit > 15) throw new PdfReadError('a string in hexadecimal holds another sign');
      digits.push(digit);
    }
    this.at++;
    const out = new Uint8Array(Math.ceil(digits.length / 2));
    for (let i = 0; i < out.length; i++) out[i] = (digits[i * 2] as number) * 16 + (digits[i * 2 + 1] ?? 0);
    return out;
  }

  private array(references: boolean): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) break;
      const value = this.next(references);
      if (value === undefined) throw new PdfReadError('an array has no end');
      values.push(value);
    }
    this.at++;
    return values;
  }

  private dictionary(): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      const key = this.next();
      const value = this.next(true);
      if (!(key instanceof PdfName) || value === undefined) throw new PdfReadError('a dictionary is broken');
      entries.set(key.name, value);
    }
    this.at += 2;
    return entries;
  }
}

/** The last names by hash: files repeat few names by the thousand. */
const NAMES: ({ readonly raw: string; readonly name: PdfName } | undefined)[] = new Array<undefined>(1024).fill(
  undefined,
);

const SHORT_WORDS: (PdfWord | undefined)[] = [];

/** Operators have one or two letters and come by the thousand. */
function shortWord(first: number, second: number): PdfWord {
  const key = first * 256 + second;
  return (SHORT_WORDS[key] ??= new PdfWord(String.fromCharCode(...(second === 0 ? [first] : [first, second]))));
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
