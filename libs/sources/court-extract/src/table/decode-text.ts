import { isUtf8 } from 'node:buffer';
import { ExtractError } from '../errors';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A text file by its byte order mark, else UTF-8 where that fits, else Windows-1252, as spreadsheet programs save. */
export function encodedText(bytes: Uint8Array, wanted: 'auto' | 'utf-8' | 'windows-1252'): EncodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new EncodedText(bytes, 'utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new EncodedText(bytes, 'utf-16be', 2);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (wanted === 'windows-1252' && mark === 0) return new EncodedText(bytes, 'windows-1252', 0);
  if (isUtf8(bytes)) return new EncodedText(bytes, 'utf-8', mark);
  if (wanted === 'auto' && mark === 0) return new EncodedText(bytes, 'windows-1252', 0);
  const words = 'the file is not UTF-8: write encoding: windows-1252, or auto, in the mapping, or export it again';
  throw new ExtractError('extract.encoding', [{ line: 0, path: 'encoding', words }]);
}

/** The bytes of a text with their encoding, of which any part can be decoded. */
export class EncodedText {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(
    private readonly bytes: Uint8Array,
    readonly encoding: TextEncoding,
    /** Bytes of the byte order mark, which is no text. */
    readonly markBytes: number,
  ) {
    // Only the first mark of a file is one; what looks so further on is text.
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** Bytes in all. */
  get length(): number {
    return this.bytes.length;
  }

  /** The text between two byte offsets. */
  text(from: number, to: number): string {
    return this.decoder.decode(this.bytes.subarray(from, to));
  }

  /** The end of a part that is to end about there: between two characters. Where that is not told by one byte, the end of all. */
  endNear(offset: number): number {
    if (offset >= this.length || this.encoding === 'utf-16le' || this.encoding === 'utf-16be') return this.length;
    let end = offset;
    if (this.encoding === 'utf-8') while ((this.bytes[end]! & 0xc0) === 0x80) end--;
    return end;
  }

  hasQuoteFrom(offset: number): boolean {
    return this.bytes.indexOf(0x22, offset) >= 0;
  }
}

/** Counts bytes while a part of a text is gone through from front to back. */
export class ByteCounter {
  private at = 0;
  private bytes: number;
  private readonly width: number;

  /** The part stands between two byte offsets. */
  constructor(
    private readonly text: string,
    encoding: TextEncoding,
    from: number,
    to: number,
  ) {
    this.bytes = from;
    const whole = to - from;
    // Every character of the part takes as many bytes, or they have to be counted: 0.
    this.width = encoding !== 'utf-8' || whole === text.length ? Math.round(whole / Math.max(1, text.length)) : 0;
  }

  /** Byte offset of the character; never less than the one asked for before. */
  offsetOf(character: number): number {
    this.bytes +=
      this.width > 0
        ? (character - this.at) * this.width
        : Buffer.byteLength(this.text.slice(this.at, character), 'utf8');
    this.at = character;
    return this.bytes;
  }
}
