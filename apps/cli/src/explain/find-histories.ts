import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPersons, scanPopulation } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { type Terminal } from '../terminal/terminal';

/** Everybody who has this SUBJECT_ID or CII: one SUBJECT_ID can stand for several people. */
export async function findHistories(files: readonly string[], id: string, terminal: Terminal): Promise<History[]> {
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-explain-'));
  try {
    const population = await scanPopulation(
      files.map((path) => ({ path })),
      { workDir, signal: terminal.signal, onProgress: (done, total) => terminal.progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }) },
    );
    const found: History[] = [];
    for await (const history of readPersons(population, { signal: terminal.signal, onProgress: (done, total) => terminal.progress.update({ stage: 'looking', done, total, count: done, unit: 'people' }) })) {
      if (history.subjects.some((one) => one.subjectId === id || one.cii === id)) found.push(history);
    }
    terminal.progress.finishLine();
    return found;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
