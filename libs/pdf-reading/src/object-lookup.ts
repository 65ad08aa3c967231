import { latin1, PdfName, PdfRef, type PdfDictionary, type PdfValue } from './syntax';

export interface PdfStream {
  readonly dictionary: PdfDictionary;
  /** As they stand in the file. */
  readonly raw: Uint8Array;
}

/** How objects of a file are looked up, whatever keeps them. */
export abstract class ObjectLookup {
  /** The object of a number; null where the file has none. */
  protected abstract object(id: number): PdfValue | PdfStream;

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
}

export function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return text;
}

export function isStream(value: PdfValue | PdfStream | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'raw' in value;
}
