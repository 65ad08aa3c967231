import { ExtractError } from '../errors';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of the byte order mark, which the text does not have. */
  readonly markBytes: number;
}

/** A text file: by its byte order mark, else UTF-8 where that fits, else Windows-1252, as spreadsheet programs save. */
export function decodeText(bytes: Uint8Array, wanted: 'auto' | 'utf-8' | 'windows-1252'): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 2);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (wanted === 'windows-1252' && mark === 0) return decoded(bytes, 'windows-1252', 0);
  try {
    return decoded(bytes, 'utf-8', mark);
  } catch {
    if (wanted === 'auto' && mark === 0) return decoded(bytes, 'windows-1252', 0);
    const words = 'the file is not UTF-8: write encoding: windows-1252, or auto, in the mapping, or export it again';
    throw new ExtractError('extract.encoding', [{ line: 0, path: 'encoding', words }]);
  }
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding'], markBytes: number): DecodedText {
  return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, markBytes };
}

/** Counts bytes of the file while its text is gone through from front to back. */
export class ByteCounter {
  private at = 0;
  private bytes: number;
  constructor(private readonly source: DecodedText) {
    this.bytes = source.markBytes;
  }

  /** Byte offset of the character; never less than the one asked for before. */
  offsetOf(character: number): number {
    const { text, encoding } = this.source;
    if (encoding === 'utf-8') this.bytes += Buffer.byteLength(text.slice(this.at, character), 'utf8');
    else this.bytes += (character - this.at) * (encoding === 'windows-1252' ? 1 : 2);
    this.at = character;
    return this.bytes;
  }
}
