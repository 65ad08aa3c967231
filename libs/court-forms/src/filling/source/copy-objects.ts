import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { deflate, type PdfWriter } from '../writing/pdf-writer';
import { type PdfSource } from './pdf-source';

/** What programs note for themselves, what leads back to a page, and what runs. */
const LEFT_OUT = new Set([
  'PieceInfo',
  'Metadata',
  'Thumb',
  'LastModified',
  'OPI',
  'StructParent',
  'StructParents',
  'AA',
  'JS',
  'JavaScript',
]);

/** Copies what is reachable of a form's file into another file, each object once, streams byte for byte. */
export class ObjectCopier {
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly source: PdfSource,
    private readonly writer: PdfWriter,
  ) {}

  /** The object as it is written where it is used: a reference to its copy, or itself. */
  copy(value: PDFObject | undefined): string {
    if (value instanceof PDFRef) return this.reference(value);
    if (value instanceof PDFArray)
      return `[${value
        .asArray()
        .map((each) => this.copy(each))
        .join(' ')}]`;
    if (value instanceof PDFStream) return `${this.stream(value, this.writer.reserve())} 0 R`;
    if (value instanceof PDFDict) return `<<${this.entries(value)}>>`;
    if (value === undefined) return 'null';
    const bytes = new Uint8Array(value.sizeInBytes());
    value.copyBytesInto(bytes, 0);
    return Buffer.from(bytes).toString('latin1');
  }

  entries(dictionary: PDFDict, without: ReadonlySet<string> = LEFT_OUT): string {
    return dictionary
      .entries()
      .filter(([key]) => !without.has(key.decodeText()) && !LEFT_OUT.has(key.decodeText()))
      .map(([key, value]) => `${key.toString()} ${this.copy(value)}`)
      .join('');
  }

  private reference(reference: PDFRef): string {
    const key = reference.toString();
    const known = this.ids.get(key);
    if (known !== undefined) return `${known} 0 R`;
    const value = this.source.document.context.lookup(reference);
    if (value === undefined || (value instanceof PDFDict && isPage(value))) return 'null';
    const id = this.writer.reserve();
    this.ids.set(key, id);
    if (value instanceof PDFStream) this.stream(value, id);
    else this.writer.set(id, this.copy(value));
    return `${id} 0 R`;
  }

  private stream(stream: PDFStream, id: number): number {
    const entries = this.entries(stream.dict, new Set(['Length']));
    const bytes = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
    if (entries.includes('/Filter')) this.writer.stream(id, entries, bytes);
    else this.writer.stream(id, `${entries}/Filter/FlateDecode`, deflate(bytes));
    return id;
  }
}

function isPage(dictionary: PDFDict): boolean {
  const type = dictionary.get(PDFName.of('Type'));
  return (
    type === PDFName.of('Page') ||
    type === PDFName.of('Pages') ||
    type === PDFName.of('Catalog') ||
    type === PDFName.of('StructElem') ||
    type === PDFName.of('Annot')
  );
}
