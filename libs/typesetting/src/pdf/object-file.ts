import { createHash } from 'node:crypto';
import { LayoutError } from '../errors';
import { CrossReferences } from './cross-references';
import { deflate, deflateText } from './packing';

const HEAD = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
const END_OF_OBJECT = Buffer.from('\nendobj\n', 'latin1');
/** Below this many bytes a stream is left as it is. */
const WORTH_PACKING = 200;
/** Characters of an object stream: long enough to pack well, short enough to be opened for one object. */
const OBJECT_STREAM = 60000;

/**
 * The numbered objects of one PDF file and how they become bytes: no clock, no chance, the id is a hash of the content.
 * Streams stand in the file one by one; all other objects are packed together in object streams, found through a
 * cross-reference stream (PDF 1.5).
 */
export class ObjectFile {
  private readonly bodies: (Uint8Array | string | undefined)[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    return this.bodies.push(undefined);
  }

  /** The first of `count` numbers in a row. */
  reserveRow(count: number): number {
    const first = this.bodies.length + 1;
    for (let i = 0; i < count; i++) this.bodies.push(undefined);
    return first;
  }

  set(id: number, body: string): void {
    this.bodies[id - 1] = body;
  }

  add(body: string): number {
    return this.bodies.push(body);
  }

  /** A packed stream; `packed` when the bytes are already deflated. `entries` are the further entries of its dictionary. */
  addStream(data: Uint8Array, entries = '', packed = false, id = this.reserve()): number {
    const plain = !packed && data.length < WORTH_PACKING;
    const bytes = packed || plain ? data : deflate(data);
    this.bodies[id - 1] = streamBody(bytes, plain, entries);
    return id;
  }

  /** The same for text of one byte a character, packed once for all files that hold it. */
  addText(text: string, entries = '', id = this.reserve()): number {
    const plain = text.length < WORTH_PACKING;
    this.bodies[id - 1] = streamBody(plain ? Buffer.from(text, 'latin1') : deflateText(text), plain, entries);
    return id;
  }

  /** A stream that every reader must find unpacked. */
  addPlain(data: Uint8Array, entries: string): number {
    return this.bodies.push(streamBody(data, true, entries));
  }

  /** The whole file. `apart`: the first number of a row of objects that are packed by themselves, because other files repeat them. */
  toBytes(root: number, info: number, apart = Number.POSITIVE_INFINITY): Uint8Array {
    const parts: Uint8Array[] = [HEAD];
    let offset = HEAD.length;
    const place = (id: number, body: Uint8Array): void => {
      const head = Buffer.from(`${id} 0 obj\n`, 'latin1');
      references.inFile(id, offset);
      parts.push(head, body, END_OF_OBJECT);
      offset += head.length + body.length + END_OF_OBJECT.length;
    };
    const objects = this.bodies.length;
    const references = new CrossReferences(objects);
    let head = '';
    let content = '';
    let waiting: number[] = [];
    const pack = (): void => {
      if (waiting.length === 0) return;
      const stream = references.next();
      waiting.forEach((id, i) => references.inStream(id, stream, i));
      place(
        stream,
        streamBody(deflateText(head + content), false, `/Type/ObjStm/N ${waiting.length}/First ${head.length}`),
      );
      head = '';
      content = '';
      waiting = [];
    };
    for (let id = 1; id <= objects; id++) {
      const body = this.bodies[id - 1];
      if (body === undefined) throw new LayoutError(`object ${id} of the file was reserved and never written`);
      if (typeof body !== 'string') {
        place(id, body);
        continue;
      }
      if (content.length > OBJECT_STREAM || id === apart) pack();
      head += `${id} ${content.length} `;
      content += `${body}\n`;
      waiting.push(id);
    }
    pack();
    const before = Buffer.concat(parts);
    const hash = createHash('sha256').update(before).digest('hex').slice(0, 32).toUpperCase();
    const own = references.next();
    references.inFile(own, offset);
    const table = streamBody(
      deflate(references.rows()),
      false,
      `/Type/XRef/Size ${own + 1}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root ${root} 0 R/Info ${info} 0 R/ID[<${hash}><${hash}>]`,
    );
    return Buffer.concat([
      before,
      Buffer.from(`${own} 0 obj\n`, 'latin1'),
      table,
      END_OF_OBJECT,
      Buffer.from(`startxref\n${offset}\n%%EOF\n`, 'latin1'),
    ]);
  }
}

const END_OF_STREAM = Buffer.from('\nendstream', 'latin1');

function streamBody(bytes: Uint8Array, plain: boolean, entries: string): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${plain ? '' : '/Filter/FlateDecode'}${entries}>>\nstream\n`, 'latin1'),
    bytes,
    END_OF_STREAM,
  ]);
}
