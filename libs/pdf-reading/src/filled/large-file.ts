import { inflateSync } from 'node:zlib';
import { PdfReadError } from '../errors';
import { isStream, ObjectLookup, type PdfStream } from '../object-lookup';
import { contentOf } from '../objects';
import { latin1, PdfSyntax, PdfWord, type PdfDictionary, type PdfValue } from '../syntax';
import { type ByteSource } from './byte-source';

const IN_FILE = 1;
const PACKED = 2;
/** Bytes read at once; a longer object is read again as a whole. */
const WINDOW = 2048;
const MOST_STREAMS = 6;
const MOST_OBJECTS = 256;

interface OpenedStream {
  readonly syntax: PdfSyntax;
  readonly first: number;
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
  readonly values: (PdfValue | undefined)[];
}

/**
 * A file with packed objects and a cross-reference stream, read from wherever it lies, however large: of its objects only
 * the last ones are kept.
 */
export class LargePdf extends ObjectLookup {
  readonly trailer: PdfDictionary;
  private kinds = new Uint8Array(0);
  private places = new Uint32Array(0);
  private indexes = new Uint16Array(0);
  private readonly known = new Map<number, PdfValue | PdfStream>();
  private readonly opened = new Map<number, OpenedStream>();

  constructor(private readonly source: ByteSource) {
    super();
    const tail = latin1(source.read(Math.max(0, source.length - 1024), source.length));
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
    if (!start) throw new PdfReadError('its end is missing');
    this.trailer = this.table(Number(start[1]));
  }

  protected override object(id: number): PdfValue | PdfStream {
    if (this.kinds[id] === PACKED) return this.packed(id);
    if (this.kinds[id] !== IN_FILE) return null;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const value = this.objectAt(id, this.places[id] as number);
    if (this.known.size >= MOST_OBJECTS) this.known.clear();
    this.known.set(id, value);
    return value;
  }

  private packed(id: number): PdfValue {
    const stream = this.openStream(this.places[id] as number);
    const index = this.indexes[id] as number;
    const start = stream.starts[index];
    if (stream.numbers[index] !== id || start === undefined)
      throw new PdfReadError(`object ${id} is not in the stream that the table says`);
    let value = stream.values[index];
    if (value === undefined) {
      stream.syntax.at = stream.first + start;
      value = stream.syntax.next(true);
      if (value === undefined) throw new PdfReadError(`object ${id} is cut off`);
      stream.values[index] = value;
    }
    return value;
  }

  private openStream(id: number): OpenedStream {
    const known = this.opened.get(id);
    if (known) return known;
    const stream = this.kinds[id] === IN_FILE ? this.objectAt(id, this.places[id] as number) : null;
    if (!isStream(stream) || this.name(stream.dictionary.get('Type')) !== 'ObjStm')
      throw new PdfReadError('a stream of objects is missing');
    const syntax = new PdfSyntax(contentOf(stream));
    const numbers: number[] = [];
    const starts: number[] = [];
    for (let i = this.number(stream.dictionary.get('N')) ?? 0; i > 0; i--) {
      numbers.push(syntax.next() as number);
      starts.push(syntax.next() as number);
    }
    const opened = { syntax, first: this.number(stream.dictionary.get('First')) ?? 0, numbers, starts, values: [] };
    if (this.opened.size >= MOST_STREAMS) this.opened.delete(this.opened.keys().next().value as number);
    this.opened.set(id, opened);
    return opened;
  }

  private objectAt(id: number, offset: number): PdfValue | PdfStream {
    for (let size = WINDOW; ; size *= 32) {
      const end = Math.min(offset + size, this.source.length);
      try {
        return this.objectIn(this.source.read(offset, end), id, offset);
      } catch (error) {
        if (end === this.source.length || !(error instanceof PdfReadError)) throw error;
      }
    }
  }

  private objectIn(bytes: Uint8Array, id: number, offset: number): PdfValue | PdfStream {
    const syntax = new PdfSyntax(bytes);
    if (syntax.next() !== id || syntax.next() !== 0 || !isWord(syntax.next(), 'obj'))
      throw new PdfReadError(`object ${id} is not where the table says`);
    const value = syntax.next(true);
    if (value === undefined) throw new PdfReadError(`object ${id} is cut off`);
    if (!(value instanceof Map)) return value;
    const word = syntax.next();
    if (isWord(word, 'endobj')) return value;
    if (!isWord(word, 'stream')) throw new PdfReadError(`object ${id} is cut off`);
    if (bytes[syntax.at] === 13) syntax.at++;
    if (bytes[syntax.at] !== 10) throw new PdfReadError('a stream does not begin on a new line');
    const length = this.number(value.get('Length'));
    if (length === undefined) throw new PdfReadError('a stream has no length');
    const start = offset + syntax.at + 1;
    const raw = this.source.read(start, start + length);
    if (
      !/^\s*endstream/.test(latin1(this.source.read(start + length, Math.min(start + length + 16, this.source.length))))
    )
      throw new PdfReadError('a stream has another length than it says');
    return { dictionary: value, raw };
  }

  private table(offset: number): PdfDictionary {
    const id = Number(
      /^\s*(\d+)/.exec(latin1(this.source.read(offset, Math.min(offset + 16, this.source.length))))?.[1] ?? NaN,
    );
    const stream = Number.isNaN(id) ? null : this.objectAt(id, offset);
    if (!isStream(stream) || this.name(stream.dictionary.get('Type')) !== 'XRef' || stream.dictionary.has('Prev'))
      throw new PdfReadError('it has no single stream of cross-references');
    const { dictionary } = stream;
    const size = this.number(dictionary.get('Size')) ?? 0;
    const widths = this.array(dictionary.get('W'));
    const predictor = this.dictionary(dictionary.get('DecodeParms'))?.get('Predictor');
    if (dictionary.has('Index') || widths.join() !== '1,4,2' || predictor !== 12)
      throw new PdfReadError('its cross-references are written in a way that this reader does not know');
    const rows = inflateSync(stream.raw);
    if (rows.length !== size * 8) throw new PdfReadError('its cross-reference table is broken');
    this.kinds = new Uint8Array(size);
    this.places = new Uint32Array(size);
    this.indexes = new Uint16Array(size);
    const row = new Uint8Array(7);
    const view = new DataView(row.buffer);
    for (let i = 0; i < size; i++) {
      if (rows[i * 8] !== 2) throw new PdfReadError('its cross-reference table is broken');
      for (let b = 0; b < 7; b++) row[b] = (row[b] as number) + (rows[i * 8 + 1 + b] as number);
      this.kinds[i] = row[0] as number;
      this.places[i] = view.getUint32(1);
      this.indexes[i] = view.getUint16(5);
    }
    return dictionary;
  }
}

function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfWord && value.word === word;
}
