import { inflateSync } from 'node:zlib';
import { PdfReadError } from './errors';
import { isStream, ObjectLookup, type PdfStream } from './object-lookup';
import { latin1, PdfName, PdfSyntax, PdfWord, type PdfDictionary, type PdfValue } from './syntax';

/** Where an object stands: at a byte of the file, or as the n-th of a packed stream of objects. */
type Place = number | { readonly stream: number; readonly index: number };

/** A packed stream of objects, opened. */
interface OpenedStream {
  readonly syntax: PdfSyntax;
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
}

/** The objects of a file, found through its cross-reference table or stream and read when asked. */
export class PdfObjects extends ObjectLookup {
  readonly trailer: PdfDictionary;
  private readonly places = new Map<number, Place>();
  private readonly known = new Map<number, PdfValue | PdfStream>();
  private readonly opened = new Map<number, OpenedStream>();

  constructor(private readonly bytes: Uint8Array) {
    super();
    const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 1024)));
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
    if (!start) throw new PdfReadError('its end is missing');
    this.trailer = this.table(Number(start[1]));
  }

  protected override object(id: number): PdfValue | PdfStream {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const place = this.places.get(id);
    if (place === undefined) return null;
    const result =
      typeof place === 'number' ? this.objectAt(id, place) : this.packedObject(id, place.stream, place.index);
    this.known.set(id, result);
    return result;
  }

  private objectAt(id: number, offset: number): PdfValue | PdfStream {
    const syntax = new PdfSyntax(this.bytes, offset);
    if (syntax.next() !== id || syntax.next() !== 0 || !isWord(syntax.next(), 'obj'))
      throw new PdfReadError(`object ${id} is not where the table says`);
    const value = syntax.next(true);
    if (value === undefined) throw new PdfReadError(`object ${id} is cut off`);
    return value instanceof Map ? (this.streamAfter(syntax, value) ?? value) : value;
  }

  private packedObject(id: number, stream: number, index: number): PdfValue {
    const { syntax, numbers, starts } = this.openStream(stream);
    const start = starts[index];
    if (numbers[index] !== id || start === undefined)
      throw new PdfReadError(`object ${id} is not in the stream that the table says`);
    syntax.at = start;
    const value = syntax.next(true);
    if (value === undefined) throw new PdfReadError(`object ${id} is cut off`);
    return value;
  }

  private openStream(id: number): OpenedStream {
    let opened = this.opened.get(id);
    if (!opened) {
      const stream = this.object(id);
      if (!isStream(stream) || this.name(stream.dictionary.get('Type')) !== 'ObjStm')
        throw new PdfReadError('a stream of objects is missing');
      const count = this.number(stream.dictionary.get('N')) ?? 0;
      const first = this.number(stream.dictionary.get('First')) ?? 0;
      const syntax = new PdfSyntax(contentOf(stream));
      const numbers: number[] = [];
      const starts: number[] = [];
      for (let i = 0; i < count; i++) {
        const number = syntax.next();
        const start = syntax.next();
        if (typeof number !== 'number' || typeof start !== 'number')
          throw new PdfReadError('a stream of objects has a broken index');
        numbers.push(number);
        starts.push(first + start);
      }
      opened = { syntax, numbers, starts };
      this.opened.set(id, opened);
    }
    return opened;
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
    const word = syntax.next();
    if (typeof word === 'number') return this.packedTable(word, offset);
    if (!isWord(word, 'xref')) throw new PdfReadError('it has no cross-reference table');
    for (;;) {
      const first = syntax.next();
      if (isWord(first, 'trailer')) break;
      const count = syntax.next();
      if (typeof first !== 'number' || typeof count !== 'number')
        throw new PdfReadError('its cross-reference table is broken');
      for (let i = 0; i < count; i++) {
        const at = syntax.next();
        syntax.next();
        if (isWord(syntax.next(), 'n') && !this.places.has(first + i)) this.places.set(first + i, at as number);
      }
    }
    const trailer = syntax.next(true);
    if (!(trailer instanceof Map)) throw new PdfReadError('its trailer is broken');
    return trailer;
  }

  /** A cross-reference stream: rows of a kind and two numbers, each as many bytes wide as the stream says. */
  private packedTable(id: number, offset: number): PdfDictionary {
    const stream = this.objectAt(id, offset);
    if (!isStream(stream) || this.name(stream.dictionary.get('Type')) !== 'XRef')
      throw new PdfReadError('it has no cross-reference table');
    const { dictionary } = stream;
    if (dictionary.has('Prev'))
      throw new PdfReadError('it was changed after it was written, which this reader does not know');
    const [kindWidth = 0, placeWidth = 0, indexWidth = 0] = this.array(dictionary.get('W')).map(
      (width) => this.number(width) ?? 0,
    );
    const size = this.number(dictionary.get('Size')) ?? 0;
    const index = dictionary.has('Index')
      ? this.array(dictionary.get('Index')).map((each) => this.number(each) ?? 0)
      : [0, size];
    const rows = contentOf(stream);
    let at = 0;
    const field = (width: number): number => {
      let value = 0;
      for (const end = at + width; at < end; at++) value = value * 256 + (rows[at] ?? 0);
      return value;
    };
    for (let i = 0; i + 1 < index.length; i += 2) {
      const first = index[i] as number;
      for (let number = first; number < first + (index[i + 1] as number); number++) {
        if (at >= rows.length) throw new PdfReadError('its cross-reference table is broken');
        const kind = kindWidth === 0 ? 1 : field(kindWidth);
        const place = field(placeWidth);
        const place2 = field(indexWidth);
        if (kind === 1) this.places.set(number, place);
        if (kind === 2) this.places.set(number, { stream: place, index: place2 });
      }
    }
    return dictionary;
  }
}

/** The content of a stream. */
export function contentOf(stream: PdfStream): Uint8Array {
  const filter = stream.dictionary.get('Filter');
  if (filter === undefined) return stream.raw;
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode')
    throw new PdfReadError('a stream is packed in a way that this reader does not know');
  const content = inflated(stream.raw);
  const parameters = stream.dictionary.get('DecodeParms');
  return parameters instanceof Map ? unpredicted(content, parameters) : content;
}

function inflated(raw: Uint8Array): Uint8Array {
  try {
    return inflateSync(raw);
  } catch {
    throw new PdfReadError('a stream is damaged');
  }
}

/** Undoes PNG prediction: each row says how it was predicted, here from nothing or from the row above. */
function unpredicted(content: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const predictor = parameters.get('Predictor');
  const columns = parameters.get('Columns');
  if (predictor === undefined || predictor === 1) return content;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number')
    throw new PdfReadError('a stream is predicted in a way that this reader does not know');
  const rows = Math.floor(content.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = content[row * (columns + 1)];
    if (kind !== 0 && kind !== 2)
      throw new PdfReadError('a stream is predicted in a way that this reader does not know');
    for (let i = 0; i < columns; i++) {
      const above = kind === 2 && row > 0 ? (out[(row - 1) * columns + i] as number) : 0;
      out[row * columns + i] = (content[row * (columns + 1) + 1 + i] as number) + above;
    }
  }
  return out;
}

function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfWord && value.word === word;
}
