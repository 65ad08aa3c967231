import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type OutputFolder } from './output-folder';

const PIECE = 1 << 18;

/** A file of an output folder that grows by rows. */
export class RowFile {
  rows = 0;
  private held = '';
  private bytes = 0;
  private readonly hash: Hash = createHash('sha256');

  private constructor(
    private readonly folder: OutputFolder,
    private readonly name: string,
    private readonly file: FileHandle,
  ) {}

  static async create(folder: OutputFolder, name: string, head: string): Promise<RowFile> {
    const file = new RowFile(folder, name, await open(join(folder.path, name), 'w', 0o600));
    file.held = head;
    return file;
  }

  async add(text: string, rows: number): Promise<void> {
    this.held += text;
    this.rows += rows;
    if (this.held.length > PIECE) await this.flush();
  }

  /** The last bytes; the folder then knows the file by its hash. */
  async close(): Promise<void> {
    await this.flush();
    await this.file.close();
    this.folder.note({ path: this.name, sha256: this.hash.digest('hex'), bytes: this.bytes });
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.held, 'utf8');
    this.held = '';
    this.hash.update(bytes);
    this.bytes += bytes.byteLength;
    await this.file.writeFile(bytes);
  }
}
