import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireCounty } from '@clearway/doj-bulk';
import { type ReadCases, withDoneLists } from '@clearway/outputs';
import { readPeople, type Sources } from '@clearway/population';
import { type History } from '@clearway/record';
import { type Terminal } from '../terminal/terminal';
import { openRunSources, type RunInputs } from './run-inputs';

/** Everybody of a run's inputs, of whatever kind, one after the other. */
export interface RunPeople {
  readonly sources: Sources;
  /** Names of the inputs by their index: those of the state first. */
  readonly names: readonly string[];
  /** How many of the inputs are files of the state. */
  readonly stateFiles: number;
  /** What is known of cases, also by lists. */
  readonly cases?: ReadCases;
  /** The county as the inputs write it. Throws when none names it. */
  county(name: string): string;
  /** Memory does not grow with the files. `stage` is what the progress says. */
  histories(stage: string): AsyncGenerator<History>;
}

/** Reads who there is. `workDir` takes what is set aside; whoever gives it removes it. */
export async function openRunPeople(inputs: RunInputs, workDir: string, terminal: Terminal): Promise<RunPeople> {
  const { signal, progress } = terminal;
  const sources = await openRunSources(inputs, inputs.cases?.data.events ?? [], {
    workDir,
    signal,
    onProgress: (done, total) =>
      progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }),
    onReadingPeople: (done, total) =>
      progress.update({ stage: 'reading people', done, total, count: done, unit: 'people' }),
    onJoining: (share) => progress.update({ stage: 'joining people', done: share, total: 1 }),
  });
  const cases = inputs.done ? withDoneLists(inputs.cases, inputs.done, sources.joined?.listed) : inputs.cases;
  return {
    sources,
    names: [...sources.state.files, ...sources.others].map(({ name }) => name),
    stateFiles: sources.state.files.length,
    ...(cases ? { cases } : {}),
    county: (name) => requireCounty(sources, name),
    histories: (stage) =>
      readPeople(sources, {
        signal,
        onProgress: (done, total) => progress.update({ stage, done, total, count: done, unit: 'people' }),
      }),
  };
}

/** `openRunPeople` with a folder of its own, which is gone when the work is done. */
export async function withRunPeople<Result>(
  inputs: RunInputs,
  terminal: Terminal,
  work: (people: RunPeople) => Promise<Result>,
): Promise<Result> {
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-people-'));
  try {
    const result = await work(await openRunPeople(inputs, workDir, terminal));
    terminal.progress.finishLine();
    return result;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
