import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { UnfillableFormError } from '../errors';

/** A form's file, opened for reading; what is not of the wanted kind is as if it were not there. */
export class PdfSource {
  private constructor(readonly document: PDFDocument) {}

  /** @throws UnfillableFormError when the bytes are no PDF, or one that asks for a password. */
  static async open(bytes: Uint8Array): Promise<PdfSource> {
    try {
      return new PdfSource(await PDFDocument.load(bytes, { updateMetadata: false, password: '' }));
    } catch {
      throw new UnfillableFormError('its bytes are no PDF that can be read without a password');
    }
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  resolve(value: PDFObject | undefined): PDFObject | undefined {
    let found = value;
    for (let steps = 0; found instanceof PDFRef && steps < 32; steps++) found = this.document.context.lookup(found);
    return found instanceof PDFRef ? undefined : found;
  }

  get(from: PDFDict | undefined, key: string): PDFObject | undefined {
    return this.resolve(from?.get(PDFName.of(key)));
  }

  dictionary(value: PDFObject | undefined): PDFDict | undefined {
    const found = this.resolve(value);
    return found instanceof PDFDict ? found : found instanceof PDFStream ? found.dict : undefined;
  }

  dictionaryAt(from: PDFDict | undefined, key: string): PDFDict | undefined {
    return this.dictionary(from?.get(PDFName.of(key)));
  }

  array(value: PDFObject | undefined): readonly PDFObject[] {
    const found = this.resolve(value);
    return found instanceof PDFArray ? found.asArray() : [];
  }

  arrayAt(from: PDFDict | undefined, key: string): readonly PDFObject[] {
    return this.array(from?.get(PDFName.of(key)));
  }

  numberAt(from: PDFDict | undefined, key: string): number | undefined {
    const found = this.get(from, key);
    return found instanceof PDFNumber ? found.asNumber() : undefined;
  }

  numbersAt(from: PDFDict | undefined, key: string): readonly number[] {
    return this.arrayAt(from, key).map((each) => {
      const found = this.resolve(each);
      return found instanceof PDFNumber ? found.asNumber() : 0;
    });
  }

  nameAt(from: PDFDict | undefined, key: string): string | undefined {
    const found = this.get(from, key);
    return found instanceof PDFName ? found.decodeText() : undefined;
  }

  text(value: PDFObject | undefined): string | undefined {
    const found = this.resolve(value);
    if (found instanceof PDFName) return found.decodeText();
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
  }

  textAt(from: PDFDict | undefined, key: string): string | undefined {
    return this.text(from?.get(PDFName.of(key)));
  }

  stream(value: PDFObject | undefined): PDFRawStream | undefined {
    const found = this.resolve(value);
    return found instanceof PDFRawStream ? found : undefined;
  }

  /** The unpacked bytes of a stream as one character a byte; empty when there is none. */
  content(value: PDFObject | undefined): string {
    const stream = this.stream(value);
    if (!stream) return '';
    try {
      return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    } catch {
      throw new UnfillableFormError('a stream of it cannot be unpacked');
    }
  }
}

export function keysOf(dictionary: PDFDict | undefined): readonly string[] {
  return dictionary ? dictionary.keys().map((key) => key.decodeText()) : [];
}
