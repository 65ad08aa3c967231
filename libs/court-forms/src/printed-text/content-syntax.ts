/** A name of a content stream, without its slash. */
export class ContentName {
  constructor(readonly name: string) {}
}

/** An operator with what stood before it. Strings are their bytes; dictionaries are passed over. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

export type Operand = number | ContentName | Uint8Array | readonly Operand[];

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((each) => each.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/**
 * The operations of a page's content, one after another. Made for labels and titles only: what it does not understand it passes
 * over, because a form is never refused for its drawing.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const reader = new ContentReader(content);
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token !== 'object' || !('operator' in token)) {
      operands.push(token);
      continue;
    }
    if (token.operator === 'BI') reader.passInlineImage();
    else yield { operator: token.operator, operands };
    operands = [];
  }
}

interface Operator {
  readonly operator: string;
}

class ContentReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): Operand | Operator | undefined {
    for (;;) {
      this.passSpace();
      const byte = this.bytes[this.at];
      if (byte === undefined) return undefined;
      const sign = String.fromCharCode(byte);
      if (sign === '/') return this.name();
      if (sign === '(') return this.literal();
      if (sign === '[') return this.array();
      if (sign === '<' && this.bytes[this.at + 1] !== 0x3c) return this.hexadecimal();
      if (sign === '<') this.passDictionary();
      else if (DELIMITERS.has(byte)) this.at += 1;
      else return this.word();
    }
  }

  /** From BI to EI: what stands between is a picture. */
  passInlineImage(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const before = this.bytes[this.at - 1] ?? 32;
      const after = this.bytes[this.at + 2] ?? 32;
      if (this.bytes[this.at] === 0x45 && this.bytes[this.at + 1] === 0x49 && SPACE.has(before) && SPACE.has(after))
        break;
    }
    this.at += 2;
  }

  private passSpace(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (SPACE.has(byte)) this.at += 1;
      else if (byte === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      else return;
    }
  }

  private plain(): string {
    const start = this.at;
    for (
      let byte = this.bytes[this.at];
      byte !== undefined && !SPACE.has(byte) && !DELIMITERS.has(byte);
      byte = this.bytes[this.at]
    )
      this.at += 1;
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  private word(): Operand | Operator {
    const word = this.plain();
    return /^[+-]*\d*\.?\d*(?:-\d*)?$/.test(word) ? Number.parseFloat(word) || 0 : { operator: word };
  }

  private name(): ContentName {
    this.at += 1;
    return new ContentName(
      this.plain().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  private array(): Operand[] {
    this.at += 1;
    const items: Operand[] = [];
    for (;;) {
      this.passSpace();
      const byte = this.bytes[this.at];
      if (byte === undefined) return items;
      if (byte === 0x5d) {
        this.at += 1;
        return items;
      }
      const item = this.next();
      if (item === undefined) return items;
      if (typeof item !== 'object' || !('operator' in item)) items.push(item);
    }
  }

  private passDictionary(): void {
    let depth = 0;
    do {
      this.passSpace();
      if (this.bytes[this.at] === 0x28) this.literal();
      else if (this.bytes[this.at] === 0x3c && this.bytes[this.at + 1] === 0x3c) {
        depth += 1;
        this.at += 2;
      } else if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        depth -= 1;
        this.at += 2;
      } else this.at += 1;
    } while (depth > 0 && this.at < this.bytes.length);
  }

  private hexadecimal(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at);
    const digits = String.fromCharCode(...this.bytes.subarray(this.at + 1, end < 0 ? this.bytes.length : end)).replace(
      /[^0-9a-fA-F]/g,
      '',
    );
    this.at = end < 0 ? this.bytes.length : end + 1;
    return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
  }

  private literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.at += 1; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] as number;
      if (byte === 0x5c) {
        this.escaped(out);
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29 && --depth === 0) break;
      out.push(byte);
    }
    this.at += 1;
    return Uint8Array.from(out);
  }

  private escaped(out: number[]): void {
    this.at += 1;
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length - 1;
    } else if (sign === '\r') this.at += this.bytes[this.at + 1] === 10 ? 1 : 0;
    else if (sign !== '\n') out.push(ESCAPES[sign] ?? sign.charCodeAt(0));
  }
}
