import { inflateSync } from 'node:zlib';
import { PdfReadError } from './errors';
import { latin1, PdfName, PdfRef, PdfSyntax, PdfWord, type PdfDictionary, type PdfValue } from './syntax';

export interface PdfStream {
  readonly dictionary: PdfDictionary;
  /** As they stand in the file. */
  readonly raw: Uint8Array;
}

/** The objects of a file, found through its cross-reference table and read when asked. */
export class PdfObjects {
  readonly trailer: PdfDictionary;
  private readonly offsets = new Map<number, number>();
  private readonly known = new Map<number, PdfValue | PdfStream>();

  constructor(private readonly bytes: Uint8Array) {
    const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 1024)));
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
    if (!start) throw new PdfReadError('its end is missing');
    this.trailer = this.table(Number(start[1]));
  }

  resolve(value: PdfValue | undefined): PdfValue | PdfStream | undefined {
    return value instanceof PdfRef ? this.object(value.id) : value;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const resolved = this.resolve(value);
    return resolved instanceof Map ? resolved : undefined;
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  number(value: PdfValue | undefined): number | undefined {
    const resolved = this.resolve(value);
    return typeof resolved === 'number' ? resolved : undefined;
  }

  name(value: PdfValue | undefined): string | undefined {
    const resolved = this.resolve(value);
    return resolved instanceof PdfName ? resolved.name : undefined;
  }

  /** A text string: UTF-16 when it says so, else one byte a character. */
  text(value: PdfValue | undefined): string | undefined {
    const resolved = this.resolve(value);
    if (!(resolved instanceof Uint8Array)) return undefined;
    return resolved[0] === 0xfe && resolved[1] === 0xff ? utf16(resolved.subarray(2)) : latin1(resolved);
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const resolved = this.resolve(value);
    return isStream(resolved) ? resolved : undefined;
  }

  private object(id: number): PdfValue | PdfStream {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const offset = this.offsets.get(id);
    if (offset === undefined) return null;
    const syntax = new PdfSyntax(this.bytes, offset);
    if (syntax.next() !== id || syntax.next() !== 0 || !isWord(syntax.next(), 'obj')) throw new PdfReadError(`object ${id} is not where the table says`);
    const value = syntax.next(true);
    if (value === undefined) throw new PdfReadError(`object ${id} is cut off`);
    const result = value instanceof Map ? (this.streamAfter(syntax, value) ?? value) : value;
    this.known.set(id, result);
    return result;
  }

  private streamAfter(syntax: PdfSyntax, dictionary: PdfDictionary): PdfStream | undefined {
    const word = syntax.next();
    if (!isWord(word, 'stream')) return undefined;
    if (this.bytes[syntax.at] === 13) syntax.at++;
    if (this.bytes[syntax.at] !== 10) throw new PdfReadError('a stream does not begin on a new line');
    const start = syntax.at + 1;
    const length = this.number(dictionary.get('Length'));
    if (length === undefined) throw new PdfReadError('a stream has no length');
    const after = new PdfSyntax(this.bytes, start + length);
    if (!isWord(after.next(), 'endstream')) throw new PdfReadError('a stream has another length than it says');
    return { dictionary, raw: this.bytes.subarray(start, start + length) };
  }

  private table(offset: number): PdfDictionary {
    const syntax = new PdfSyntax(this.bytes, offset);
    if (!isWord(syntax.next(), 'xref')) throw new PdfReadError('it has no plain cross-reference table');
    for (;;) {
      const first = syntax.next();
      if (isWord(first, 'trailer')) break;
      const count = syntax.next();
      if (typeof first !== 'number' || typeof count !== 'number') throw new PdfReadError('its cross-reference table is broken');
      for (let i = 0; i < count; i++) {
        const at = syntax.next();
        syntax.next();
        if (isWord(syntax.next(), 'n') && !this.offsets.has(first + i)) this.offsets.set(first + i, at as number);
      }
    }
    const trailer = syntax.next(true);
    if (!(trailer instanceof Map)) throw new PdfReadError('its trailer is broken');
    return trailer;
  }
}

/** The content of a stream. */
export function contentOf(stream: PdfStream): Uint8Array {
  const filter = stream.dictionary.get('Filter');
  if (filter === undefined) return stream.raw;
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') throw new PdfReadError('a stream is packed in a way that this reader does not know');
  return inflateSync(stream.raw);
}

export function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return text;
}

export function isStream(value: PdfValue | PdfStream | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'raw' in value;
}

function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfWord && value.word === word;
}
