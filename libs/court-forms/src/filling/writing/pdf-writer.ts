import { createHash, type Hash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { type FontFile } from '@clearway/typesetting';
import { type ByteSink } from '../filling';
import { CrossReferences } from './cross-references';
import { quickDeflate } from './quick-deflate';

const HEAD = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
/** A stream of objects is closed when it holds so many characters. */
const OBJECT_STREAM = 32768;
const WORTH_PACKING = 120;

/** Packs what is written once. Plain JavaScript on purpose: the same input gives the same bytes on every machine. */
export function deflate(data: Uint8Array): Uint8Array {
  return zlibSync(data, { level: 6 });
}

/** The beginning of a file that many files have in common: written once, then copied. */
export interface FileBeginning {
  readonly bytes: Uint8Array;
  readonly references: CrossReferences;
  readonly nextId: number;
  readonly hash: Hash;
}

/**
 * Writes a PDF from beginning to end into a sink: streams at once, other objects packed together, the table of
 * cross-references as a stream. What it keeps does not grow with the objects but with their runs.
 */
export class PdfWriter implements FontFile {
  private offset = 0;
  private nextId: number;
  private readonly references: CrossReferences;
  private readonly hash: Hash;
  private heads = '';
  private bodies = '';
  private waiting: number[] = [];

  constructor(
    private readonly sink: ByteSink,
    beginning?: FileBeginning,
  ) {
    this.nextId = beginning?.nextId ?? 1;
    this.references = new CrossReferences(beginning?.references);
    this.hash = beginning ? beginning.hash.copy() : createHash('sha256');
    if (beginning) {
      sink.write(beginning.bytes);
      this.offset = beginning.bytes.length;
    } else this.write(HEAD);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.offset;
  }

  /** The first of `count` neighbouring numbers for objects that are written later. */
  reserve(count = 1): number {
    const id = this.nextId;
    this.nextId += count;
    return id;
  }

  set(id: number, body: string): void {
    this.heads += `${id} ${this.bodies.length} `;
    this.bodies += `${body}\n`;
    this.waiting.push(id);
    if (this.bodies.length > OBJECT_STREAM) this.flush();
  }

  add(body: string): number {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }

  addStream(data: Uint8Array, entries = '', packed = false, id = this.reserve()): number {
    const plain = !packed && data.length < WORTH_PACKING;
    const bytes = packed || plain ? data : deflate(data);
    this.stream(id, `${entries}${plain ? '' : '/Filter/FlateDecode'}`, bytes);
    return id;
  }

  /** A stream whose bytes and dictionary entries (all but the length) are ready. */
  stream(id: number, entries: string, bytes: Uint8Array): void {
    this.references.inFile(id, this.offset);
    this.write(Buffer.from(`${id} 0 obj\n<<${entries}/Length ${bytes.length}>>stream\n`, 'latin1'));
    this.write(bytes);
    this.write(END_OF_STREAM);
  }

  /** Closes the beginning that this writer has written into `bytes`. */
  beginning(bytes: Uint8Array): FileBeginning {
    this.flush();
    return { bytes, references: this.references, nextId: this.nextId, hash: this.hash };
  }

  /** Writes the stream of objects that wait. */
  flush(): void {
    if (this.waiting.length === 0) return;
    const stream = this.reserve();
    this.waiting.forEach((id, i) => this.references.inStream(id, stream, i));
    const content = Buffer.from(this.heads + this.bodies, 'latin1');
    this.stream(
      stream,
      `/Type/ObjStm/N ${this.waiting.length}/First ${this.heads.length}/Filter/FlateDecode`,
      quickDeflate(content),
    );
    this.heads = '';
    this.bodies = '';
    this.waiting = [];
  }

  /** Closes the file and returns its hash. */
  finish(root: number, info: number): string {
    this.flush();
    const id = this.hash.copy().digest('hex').slice(0, 32).toUpperCase();
    const own = this.reserve();
    const at = this.offset;
    this.references.inFile(own, at);
    const rows = this.references.packed(this.nextId);
    this.stream(
      own,
      `/Type/XRef/Size ${this.nextId}/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`,
      rows,
    );
    this.write(Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'));
    return this.hash.digest('hex');
  }

  private write(bytes: Uint8Array): void {
    this.hash.update(bytes);
    this.sink.write(bytes);
    this.offset += bytes.length;
  }
}

const END_OF_STREAM = Buffer.from('\nendstream\nendobj\n', 'latin1');
