import { setImmediate } from 'node:timers/promises';
import { type History } from '@clearway/record';
import { type Population } from '../scan/population';
import { type Batch, batchesOf, isScattered, RangeReader } from './batches';
import { type Gathered, gatherScattered, loadPartition, removeGathered } from './gather';
import { markOf, PersonReader } from './person-rows';

export interface ReadPersonsOptions {
  readonly signal?: AbortSignal;
  /** People read so far, and all of them. */
  readonly onProgress?: (people: number, of: number) => void;
  /** For tests: bytes that are read together, and of a partition. */
  readonly batchBytes?: number;
  readonly partitionBytes?: number;
}

type Found = Generator<{ person: number; history: History }>;

/**
 * Second pass: the histories of a population, in the order of each person's first row. Memory is bounded by the largest person
 * and two buffers; people whose rows stand in several places are gathered on disk first.
 */
export async function* readPersons(population: Population, options: ReadPersonsOptions = {}): AsyncGenerator<History> {
  const gathered = gatherScattered(population, options.partitionBytes, options.signal);
  const together = inOnePlace(population, options.batchBytes ?? 1 << 21);
  const apart = inSeveralPlaces(population, gathered.partitions);
  try {
    for (let person = 0; person < population.people; person++) {
      if (person % 64 === 0) {
        options.signal?.throwIfAborted();
        options.onProgress?.(person, population.people);
        await setImmediate();
      }
      const next = (isScattered(population, person) ? apart : together).next();
      if (next.done || next.value.person !== person) throw new Error('the rows of a person are not where the first pass saw them');
      yield next.value.history;
    }
    options.onProgress?.(population.people, population.people);
  } finally {
    together.return(undefined);
    apart.return(undefined);
    removeGathered(population);
  }
}

function* inOnePlace(population: Population, batchBytes: number): Found {
  const people = new PersonReader(population.limits);
  for (const file of population.files) {
    const reader = new RangeReader(file.path, file.name, people.memory);
    try {
      for (const batch of batchesOf(file, batchBytes))
        if (hasSomebodyInOnePlace(population, batch)) yield* people.ofBatch(population, batch, reader.read(batch.start, batch.length));
    } finally {
      reader.close();
    }
  }
}

function hasSomebodyInOnePlace(population: Population, { file, first, last }: Batch): boolean {
  return file.extents.people.subarray(first, last).some((person) => !isScattered(population, person));
}

function* inSeveralPlaces(population: Population, partitions: Gathered['partitions']): Found {
  if (partitions.length === 0) return;
  const people = new PersonReader(population.limits);
  for (const { path } of partitions) {
    const { bytes, stretches } = loadPartition(path, people.memory);
    yield* people.ofPartition((person) => markOf(population, person), bytes, stretches);
  }
}
