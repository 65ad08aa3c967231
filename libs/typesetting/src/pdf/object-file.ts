import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { LayoutError } from '../errors';

/**
 * Packs a stream. The compressor is plain JavaScript on purpose: zlib inside Node gives other bytes on another
 * processor, and the same input has to give the same file everywhere.
 */
export function deflate(data: Uint8Array): Uint8Array {
  return zlibSync(data, { level: 6 });
}

const END_OF_OBJECT = Buffer.from('\nendobj\n', 'latin1');
/** Below this many bytes a stream is left as it is. */
const WORTH_PACKING = 200;

/** The numbered objects of one PDF file and how they become bytes: no clock, no chance, the id is a hash of the content. */
export class ObjectFile {
  private readonly bodies: (Uint8Array | undefined)[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    return this.bodies.push(undefined);
  }

  set(id: number, body: string): void {
    this.bodies[id - 1] = Buffer.from(body, 'latin1');
  }

  add(body: string): number {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }

  /** A packed stream; `packed` when the bytes are already deflated. `entries` are the further entries of its dictionary. */
  addStream(data: Uint8Array, entries = '', packed = false, id = this.reserve()): number {
    const plain = !packed && data.length < WORTH_PACKING;
    const bytes = packed || plain ? data : deflate(data);
    this.bodies[id - 1] = Buffer.concat([
      Buffer.from(`<</Length ${bytes.length}${plain ? '' : '/Filter/FlateDecode'}${entries}>>\nstream\n`, 'latin1'),
      bytes,
      Buffer.from('\nendstream', 'latin1'),
    ]);
    return id;
  }

  /** The whole file. */
  toBytes(root: number, info: number): Uint8Array {
    const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const offsets: number[] = [];
    let offset = (parts[0] as Uint8Array).length;
    this.bodies.forEach((body, i) => {
      if (!body) throw new LayoutError(`object ${i + 1} of the file was reserved and never written`);
      offsets.push(offset);
      const head = Buffer.from(`${i + 1} 0 obj\n`, 'latin1');
      parts.push(head, body, END_OF_OBJECT);
      offset += head.length + body.length + END_OF_OBJECT.length;
    });
    const content = Buffer.concat(parts);
    const id = createHash('sha256').update(content).digest('hex').slice(0, 32).toUpperCase();
    const size = this.bodies.length + 1;
    const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    return Buffer.concat([
      content,
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${offset}\n%%EOF\n`,
        'latin1',
      ),
    ]);
  }
}

/** A text string outside of page content (title, tooltip): plain when it is ASCII, else UTF-16 with its mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${utf16Hex(text)}>`;
}

export function utf16Hex(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
  return hex;
}

/** A number as PDF writes it: at most three decimals. */
export function num(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 1000) / 1000);
}
