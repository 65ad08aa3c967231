import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { CliError } from '../cli-error';

/** A file that has another name until it is whole; readable by its owner only. A path that ends in `.gz` is compressed. */
export class UnfinishedFile {
  private held: string[] = [];
  /** Bytes before compression. */
  bytes = 0;

  private constructor(
    private readonly path: string,
    private readonly unfinished: string,
    private readonly file: FileHandle,
  ) {}

  /** Takes away what a killed run left behind under the unfinished name. A file of the final name is replaced at the end. */
  static async open(path: string): Promise<UnfinishedFile> {
    await UnfinishedFile.clear(path);
    const unfinished = `${path}.unfinished`;
    return new UnfinishedFile(path, unfinished, await open(unfinished, 'wx', 0o600));
  }

  /** Takes away what a killed run left behind. */
  static async clear(path: string): Promise<void> {
    await rm(`${path}.unfinished`, { force: true });
  }

  /** Throws a CliError when one of the files is there already. */
  static assertFree(paths: readonly string[]): void {
    const taken = paths.find((path) => existsSync(path));
    if (taken !== undefined)
      throw new CliError(
        'output.in-the-way',
        `${taken}: this file is there already. Nothing was replaced; give --out another name, or say --replace.`,
      );
  }

  /** Keeps text for the next `flush`. */
  hold(text: string): void {
    this.held.push(text);
  }

  async flush(): Promise<void> {
    if (this.held.length === 0) return;
    const text = this.held.join('');
    this.held = [];
    await this.write(Buffer.from(text, 'utf8'));
  }

  async write(bytes: Buffer): Promise<void> {
    this.bytes += bytes.length;
    // Each piece is a gzip member of its own: readers take a row of them as one file, and nothing has to be kept open.
    await this.file.writeFile(this.path.endsWith('.gz') ? gzipSync(bytes) : bytes);
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.file.close();
    await rename(this.unfinished, this.path);
  }

  async discard(): Promise<void> {
    await this.file.close();
    await rm(this.unfinished, { force: true });
  }
}
