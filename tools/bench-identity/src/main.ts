import { fitModel, type ModelSource, SHIPPED_MODEL } from '@clearway/identity';
import { Random } from '@clearway/synthetic-county';
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

/** One row of the table, with what it took. */
export function row(
  seed: number,
  records: number,
  rapSheets: boolean,
): Measured & { seconds: number; cpuSeconds: number; peakMegabytes: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  const measured = measure(seed, records, rapSheets);
  const { user, system } = process.cpuUsage(before);
  return {
    ...measured,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}
