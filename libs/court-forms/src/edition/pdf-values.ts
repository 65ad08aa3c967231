import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Looks into a file's objects without ever throwing: what is not of the wanted kind is as if it were not there. */
export class PdfValues {
  constructor(private readonly context: PDFContext) {}

  resolve(value: PDFObject | undefined): PDFObject | undefined {
    let found = value;
    for (let steps = 0; found instanceof PDFRef && steps < 32; steps += 1) found = this.context.lookup(found);
    return found instanceof PDFRef ? undefined : found;
  }

  get(from: PDFDict | undefined, key: string): PDFObject | undefined {
    return this.resolve(from?.get(PDFName.of(key)));
  }

  dictionary(value: PDFObject | undefined): PDFDict | undefined {
    const found = this.resolve(value);
    if (found instanceof PDFDict) return found;
    return found instanceof PDFStream ? found.dict : undefined;
  }

  array(value: PDFObject | undefined): readonly PDFObject[] {
    const found = this.resolve(value);
    return found instanceof PDFArray ? found.asArray() : [];
  }

  number(value: PDFObject | undefined): number | undefined {
    const found = this.resolve(value);
    return found instanceof PDFNumber ? found.asNumber() : undefined;
  }

  numbers(value: PDFObject | undefined): number[] {
    return this.array(value).map((each) => this.number(each) ?? 0);
  }

  name(value: PDFObject | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof PDFName ? found.decodeText() : undefined;
  }

  /** A text, or the characters of a name; `undefined` for everything else. */
  text(value: PDFObject | undefined): string | undefined {
    const found = this.resolve(value);
    if (found instanceof PDFString || found instanceof PDFHexString) {
      try {
        return found.decodeText();
      } catch {
        return found.asString();
      }
    }
    return found instanceof PDFName ? found.decodeText() : undefined;
  }

  keys(dictionary: PDFDict | undefined): string[] {
    return dictionary ? dictionary.keys().map((key) => key.decodeText()) : [];
  }

  isStream(value: PDFObject | undefined): boolean {
    return this.resolve(value) instanceof PDFStream;
  }

  /** The unpacked bytes of a stream; none when it cannot be unpacked. */
  content(value: PDFObject | undefined): Uint8Array | undefined {
    const found = this.resolve(value);
    try {
      return found instanceof PDFRawStream
        ? decodePDFRawStream(found).decode()
        : found instanceof PDFStream
          ? found.getContents()
          : undefined;
    } catch {
      return undefined;
    }
  }
}
