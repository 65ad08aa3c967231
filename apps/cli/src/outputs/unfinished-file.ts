import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

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

  static async open(path: string): Promise<UnfinishedFile> {
    const unfinished = `${path}.unfinished`;
    await rm(unfinished, { force: true });
    return new UnfinishedFile(path, unfinished, await open(unfinished, 'wx', 0o600));
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
