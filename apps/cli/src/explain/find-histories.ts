import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JoinDecision } from '@clearway/identity';
import { openSources, readPeople, type SourceInput } from '@clearway/population';
import { type History } from '@clearway/record';
import { type Terminal } from '../terminal/terminal';

export interface FoundHistories {
  readonly histories: readonly History[];
  /** Names of the inputs by their index: those of the state first. */
  readonly names: readonly string[];
  /** There are sources beside the state's files. */
  readonly isMixed: boolean;
}

/** Everybody who has this SUBJECT_ID, CII or id of Clearway, whole over all inputs: one SUBJECT_ID can stand for several people. */
export async function findHistories(
  inputs: readonly SourceInput[],
  id: string,
  decisions: readonly JoinDecision[],
  terminal: Terminal,
): Promise<FoundHistories> {
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-explain-'));
  const { signal, progress } = terminal;
  try {
    const sources = await openSources(inputs, {
      workDir,
      signal,
      decisions,
      onProgress: (done, total) =>
        progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }),
      onJoining: (done, total) => progress.update({ stage: 'joining', done, total, count: done, unit: 'people' }),
    });
    const histories: History[] = [];
    const onProgress = (done: number, total: number): void =>
      progress.update({ stage: 'looking', done, total, count: done, unit: 'people' });
    for await (const history of readPeople(sources, { signal, onProgress })) {
      const isMeant = history.subjects.some((one) => one.subjectId === id || one.cii === id) || history.person === id;
      if (isMeant) histories.push(history);
    }
    progress.finishLine();
    const names = [...sources.state.files, ...sources.others].map(({ name }) => name);
    return { histories, names, isMixed: sources.others.length > 0 };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
