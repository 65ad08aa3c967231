import { RangeReader, type StretchMemory } from '@clearway/doj-bulk';

/** The inputs of a run, each opened when it is first read. */
export class OpenFiles {
  private readonly files = new Map<string, RangeReader>();

  constructor(private readonly memory: StretchMemory) {}

  /** Reads a range to where the memory stands; see `RangeReader.read`. */
  read(path: string, name: string, start: number, length: number): Buffer {
    let file = this.files.get(path);
    if (!file) {
      file = new RangeReader(path, name, this.memory);
      this.files.set(path, file);
    }
    return file.read(start, length);
  }

  close(): void {
    for (const file of this.files.values()) file.close();
    this.files.clear();
  }
}
