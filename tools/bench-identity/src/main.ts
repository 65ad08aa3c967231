import { fitModel, type ModelSource, SHIPPED_MODEL } from '@clearway/identity';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '@clearway/synthetic-county';
import { makeFiles } from './linked-files/make-files';
import { type MeasuredFiles, measureFiles } from './linked-files/measure-files';
import { linkedRecords } from './linked-people/linked-records';
import { measure, type Measured } from './measure';

/** Weights are fitted on these seeds and measured on the others. */
export const FIT_SEED = 1;
export const UNSEEN_SEEDS = [101, 102, 103, 104, 105];

/** Chances measured twice over: which of several names agrees best depends on the weights. */
export function fitted(records: number): ModelSource {
  let model = SHIPPED_MODEL;
  for (let round = 0; round < 2; round++) {
    const persons: number[] = [];
    const input = [...linkedRecords(FIT_SEED, records)].map(({ person, record }) => {
      persons.push(person);
      return record;
    });
    const random = new Random(FIT_SEED, 0x7fffffff);
    model = fitModel(
      input,
      (record) => persons[record] as number,
      model,
      4_000_000,
      (below) => random.below(below),
    );
  }
  return model;
}

/** What a row of a table took. */
interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** One row of the table of files: linked files of about `rows` rows of the state, through the readers of a run. */
export async function filesRow(seed: number, rows: number): Promise<MeasuredFiles & Taken> {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-linked-'));
  try {
    const made = makeFiles(folder, seed, rows);
    const before = process.cpuUsage();
    const start = performance.now();
    return { ...(await measureFiles(made, join(folder, 'work'))), ...takenSince(start, before) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row of the table, with what it took. */
export function row(seed: number, records: number, rapSheets: boolean): Measured & Taken {
  const before = process.cpuUsage();
  const start = performance.now();
  const measured = measure(seed, records, rapSheets);
  return { ...measured, ...takenSince(start, before) };
}

function takenSince(start: number, before: NodeJS.CpuUsage): Taken {
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}
