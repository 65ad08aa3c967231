import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAll } from '../results/writing';
import { type Population } from '../scan/population';
import { endOf, isScattered, RangeReader } from './batches';
import { StretchMemory } from '../bytes/stretch-memory';

/** One stretch of rows of a scattered person, in the buffer of its partition, with one byte of room behind it. */
export interface GatheredStretch {
  readonly file: number;
  readonly person: number;
  /** Number of the first row in its file, and its physical line, from 0. */
  readonly row: number;
  readonly line: number;
  /** Offset in the file of the first byte. */
  readonly offset: number;
  /** Where it stands in the partition's bytes. */
  readonly from: number;
  readonly to: number;
}

/** The rows of scattered people, set aside on disk in partitions of a bounded size, by person and in the order of people. */
export interface Gathered {
  /** A file each, and whose rows are in it, in the order of people. */
  readonly partitions: readonly { readonly path: string; readonly people: Int32Array }[];
}

const HEAD = 32;
const PENDING = 1 << 16;
const WINDOW = 1 << 22;
const PARTITION_BYTES = 12 << 20;

/**
 * Copies the stretches of all scattered people into partitions, reading each file once from front to back. Everything of a
 * person is in one partition.
 */
export function gatherScattered(population: Population, partitionBytes = PARTITION_BYTES, signal?: AbortSignal): Gathered {
  if (population.scattered === 0) return { partitions: [] };
  const memory = new StretchMemory();
  const folder = join(population.workDir, 'gathered');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partitionOf = planPartitions(population, partitionBytes);
  const partitions: Partition[] = [];
  for (let index = 0; index < partitionOf.count; index++) partitions.push(new Partition(join(folder, `${index}.rows`)));
  try {
    for (const file of population.files) {
      const { extents } = file;
      const reader = new RangeReader(file.path, file.name, memory);
      try {
        for (let first = 0; first < extents.count; ) {
          if (!isScattered(population, extents.people[first]!)) {
            first++;
            continue;
          }
          signal?.throwIfAborted();
          const start = extents.starts[first]!;
          let last = first + 1;
          while (last < extents.count && endOf(file, last) - start <= WINDOW) last++;
          while (!isScattered(population, extents.people[last - 1]!)) last--;
          const bytes = reader.read(start, endOf(file, last - 1) - start);
          for (let extent = first; extent < last; extent++) {
            const person = extents.people[extent]!;
            if (!isScattered(population, person)) continue;
            const from = extents.starts[extent]!;
            const piece = bytes.subarray(from - start, endOf(file, extent) - start);
            partitions[partitionOf.byPerson[person]!]!.add(file.index, person, extents.rows[extent]!, extents.lines[extent]!, from, piece);
          }
          first = last;
        }
      } finally {
        reader.close();
      }
    }
  } finally {
    for (const partition of partitions) partition.close();
  }
  return { partitions: partitions.map(({ path }, index) => ({ path, people: partitionOf.people[index]! })) };
}

/** The bytes of a partition, and its stretches by person and, within a person, in the order of the sources. */
export function loadPartition(path: string, memory: StretchMemory): { bytes: Buffer; stretches: GatheredStretch[] } {
  const { size } = statSync(path);
  const file = new RangeReader(path, 'what was set aside', memory);
  const bytes = file.read(0, size);
  file.close();
  const stretches: GatheredStretch[] = [];
  for (let at = 0; at < size; ) {
    const length = bytes.readUInt32LE(at + 16);
    const from = at + HEAD;
    stretches.push({
      file: bytes.readUInt32LE(at),
      person: bytes.readUInt32LE(at + 4),
      row: bytes.readUInt32LE(at + 8),
      line: bytes.readUInt32LE(at + 12),
      offset: bytes.readDoubleLE(at + 24),
      from,
      to: from + length,
    });
    at = from + length + 1;
  }
  // The order within a person is the order in which they were written: sorting is stable.
  stretches.sort((one, other) => one.person - other.person);
  return { bytes, stretches };
}

export function removeGathered(population: Population): void {
  rmSync(join(population.workDir, 'gathered'), { recursive: true, force: true });
}

function planPartitions(population: Population, partitionBytes: number): { byPerson: Int32Array; people: Int32Array[]; count: number } {
  const sizes = new Float64Array(population.people);
  for (const file of population.files)
    for (let extent = 0; extent < file.extents.count; extent++) {
      const person = file.extents.people[extent]!;
      if (isScattered(population, person)) sizes[person] = sizes[person]! + endOf(file, extent) - file.extents.starts[extent]! + HEAD + 1;
    }
  const byPerson = new Int32Array(population.people);
  const people: number[][] = [[]];
  let count = 0;
  let size = 0;
  for (let person = 0; person < sizes.length; person++) {
    if (sizes[person] === 0) continue;
    if (size > 0 && size + sizes[person]! > partitionBytes) {
      count++;
      people.push([]);
      size = 0;
    }
    size += sizes[person]!;
    byPerson[person] = count;
    people[count]!.push(person);
  }
  return { byPerson, people: people.map((each) => Int32Array.from(each)), count: count + 1 };
}

class Partition {
  private readonly pending = Buffer.allocUnsafeSlow(PENDING);
  private used = 0;
  private created = false;

  constructor(readonly path: string) {}

  add(file: number, person: number, row: number, line: number, offset: number, bytes: Buffer): void {
    const size = HEAD + bytes.length + 1;
    const target = size > PENDING ? Buffer.allocUnsafe(size) : this.room(size);
    const at = target === this.pending ? this.used : 0;
    target.writeUInt32LE(file, at);
    target.writeUInt32LE(person, at + 4);
    target.writeUInt32LE(row, at + 8);
    target.writeUInt32LE(line, at + 12);
    target.writeUInt32LE(bytes.length, at + 16);
    target.writeUInt32LE(0, at + 20);
    target.writeDoubleLE(offset, at + 24);
    bytes.copy(target, at + HEAD);
    target[at + HEAD + bytes.length] = 0;
    if (target === this.pending) this.used += size;
    else {
      this.flush();
      this.append(target);
    }
  }

  close(): void {
    this.flush();
  }

  private room(size: number): Buffer {
    if (this.used + size > PENDING) this.flush();
    return this.pending;
  }

  private flush(): void {
    if (this.used > 0 || !this.created) this.append(this.pending.subarray(0, this.used));
    this.used = 0;
  }

  /** Opened for each write: there can be more partitions than a process may hold open. */
  private append(bytes: Buffer): void {
    const handle = openSync(this.path, this.created ? 'a' : 'w', 0o600);
    this.created = true;
    try {
      writeAll(handle, bytes, 'what is set aside of people whose rows stand in several places');
    } finally {
      closeSync(handle);
    }
  }
}
