import { readPersons, type Population, requireCounty, scanPopulation } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { join } from 'node:path';
import { type Terminal } from '../terminal/terminal';

const BYTES_A_MEGABYTE = 1e6;

/** The people of the files, one after another; memory does not grow with the files. */
export interface OpenedPeople {
  readonly population: Population;
  /** As the files write it. */
  readonly county: string;
  histories(): AsyncGenerator<History>;
}

/** Reads who there is. Throws when no row names the county. */
export async function openPeople(
  files: readonly string[],
  county: string,
  folder: string,
  terminal: Terminal,
): Promise<OpenedPeople> {
  const population = await scanPopulation(
    files.map((path) => ({ path })),
    {
      workDir: join(folder, 'work'),
      signal: terminal.signal,
      onProgress: (done, total) =>
        terminal.progress.update({
          stage: 'reading',
          done,
          total,
          count: Math.round(done / BYTES_A_MEGABYTE),
          unit: 'MB',
        }),
    },
  );
  return {
    population,
    county: requireCounty(population, county),
    histories: () =>
      readPersons(population, {
        signal: terminal.signal,
        onProgress: (done, total) =>
          terminal.progress.update({ stage: 'comparing', done, total, count: done, unit: 'people' }),
      }),
  };
}
