import { closeSync, openSync, readSync } from 'node:fs';
import { type StretchMemory } from '../bytes/stretch-memory';
import { StateFileError } from '../errors';
import { PERSON_SCATTERED, type Population, type PopulationFile } from '../scan/population';

/** Stretches of one file that follow each other and are read together. */
export interface Batch {
  readonly file: PopulationFile;
  /** The stretches `[first, last)` of the file. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly length: number;
}

/** Cuts a file into batches of about `bytes`; a stretch is never cut. The bytes before the first row are in none. */
export function* batchesOf(file: PopulationFile, bytes: number): Generator<Batch> {
  const { starts, count } = file.extents;
  for (let first = 0; first < count; ) {
    let last = first + 1;
    while (last < count && starts[last]! - starts[first]! < bytes) last++;
    const start = starts[first]!;
    yield { file, first, last, start, length: endOf(file, last - 1) - start };
    first = last;
  }
}

/** Where a stretch ends. */
export function endOf(file: PopulationFile, extent: number): number {
  return extent + 1 < file.extents.count ? file.extents.starts[extent + 1]! : file.size;
}

export function isScattered(population: Population, person: number): boolean {
  return (population.flags[person]! & PERSON_SCATTERED) !== 0;
}

/** An open file of which ranges are read. */
export class RangeReader {
  private readonly handle: number;

  constructor(
    path: string,
    private readonly name: string,
    private readonly memory: StretchMemory,
  ) {
    this.handle = openSync(path, 'r');
  }

  /** The bytes, with one byte of room behind them; they are overwritten when the memory is used again. */
  read(start: number, length: number): Buffer {
    const buffer = this.memory.room(length);
    for (let done = 0; done < length; ) {
      const count = readSync(this.handle, buffer, done, length - done, start + done);
      if (count === 0)
        throw new StateFileError('state-file.changed', this.name, `${this.name} changed while it was read. Start again when nothing writes to it.`);
      done += count;
    }
    return buffer;
  }

  close(): void {
    closeSync(this.handle);
  }
}
