import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that stands in the folder, whole. */
export interface FinishedFile {
  /** Path below the folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export type Content = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * The folder that the outputs of one run are written into, and the list of what stands there. The caller owns the folder: it
 * publishes or adopts the files when all of them are finished, and removes it when something failed.
 */
export class OutputFolder {
  private readonly finished = new Map<string, FinishedFile>();

  constructor(readonly path: string) {}

  /** Writes one file, readable by its owner only; text is UTF-8. */
  async write(path: string, content: Content): Promise<FinishedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const file = await open(target, 'w', 0o600);
    try {
      for await (const piece of piecesOf(content)) {
        hash.update(piece);
        bytes += piece.byteLength;
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
    return this.note({ path, sha256: hash.digest('hex'), bytes });
  }

  /** Notes a file that somebody else wrote into the folder. */
  note(file: FinishedFile): FinishedFile {
    this.finished.set(file.path, file);
    return file;
  }

  /** What stands there, by path in code-unit order. */
  files(): FinishedFile[] {
    return [...this.finished.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function piecesOf(content: Content): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (typeof content === 'string') return [Buffer.from(content, 'utf8')];
  return content instanceof Uint8Array ? [content] : content;
}
