import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OutputFile } from '@clearway/doj-bulk';
import { type OutputFolder } from '@clearway/outputs';

/** A list of people or convictions in `office/`, written as they come. */
export class ListFile {
  private readonly file: OutputFile;
  rows = 0;

  constructor(
    private readonly folder: OutputFolder,
    private readonly name: string,
    header: string,
  ) {
    const office = join(folder.path, 'office');
    mkdirSync(office, { recursive: true, mode: 0o700 });
    this.file = new OutputFile(office, name);
    this.file.write(Buffer.from(header, 'utf8'));
  }

  add(row: string): void {
    if (row === '') return;
    this.file.write(Buffer.from(row, 'utf8'));
    this.rows += 1;
  }

  finish(): void {
    const { sha256, bytes } = this.file.finish();
    this.file.publish();
    this.folder.note({ path: `office/${this.name}`, sha256, bytes });
  }
}
