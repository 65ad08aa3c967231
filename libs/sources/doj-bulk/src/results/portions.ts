import { batchesOf } from '../persons/batches';
import { type PopulationFile } from '../scan/population';

/** A part of an unpacked state file that begins and ends with whole rows, and can be read without what is before it. */
export interface Portion {
  /** First byte. */
  readonly start: number;
  /** Bytes. */
  readonly length: number;
  /** Number of its first row in the file, from 0. */
  readonly row: number;
  /** Rows in it that can be used. */
  readonly rows: number;
}

const PORTION_BYTES = 1 << 20;

/** The file in portions of about `bytes`: all of its rows that can be used, in their order. */
export function portionsOf(file: PopulationFile, bytes = PORTION_BYTES): Portion[] {
  const { rows, count } = file.extents;
  return [...batchesOf(file, bytes)].map(({ first, last, start, length }) => {
    const row = rows[first]!;
    return { start, length, row, rows: (last < count ? rows[last]! : file.used) - row };
  });
}
