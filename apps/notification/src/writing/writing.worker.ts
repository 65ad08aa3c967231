import { unpackMembers } from '@clearway/content-store';
import { readContactFile } from '@clearway/letters';
import { OutputFolder, RunLetters, outputsRun, readBookInput, readCourtFiles, readSealedPopulation } from '@clearway/outputs';
import { codedErrorOf } from '@clearway/platform';
import { type DecidedPerson } from '@clearway/rules';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type WritingEvent, type WritingTask } from './writing.messages';

const task = workerData as WritingTask;
const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');
const tell = (event: WritingEvent): void => port.postMessage(event);

async function write(): Promise<void> {
  const { settings } = task;
  const population = readSealedPopulation(JSON.parse(readFileSync(task.population, 'utf8')));
  const { papers, letters, contacts, withIdentityNumbers } = settings;
  const run = outputsRun(population.county, settings.asOf, settings.policy.text, population.files, { papers, letters, contacts, withIdentityNumbers });
  const courts = readCourtFiles(settings.courts.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }))).texts;
  const book = task.book === null ? {} : { book: readBookInput(readFileSync(task.book)).state };
  const runLetters = new RunLetters(run, task.contacts === null ? [] : readContactFile(readFileSync(task.contacts)), { courts, ...book });
  let done = 0;
  for (const path of task.decisions) {
    for (const person of unpackMembers(readFileSync(path)) as DecidedPerson[]) {
      runLetters.add(person);
      done += 1;
    }
    tell({ kind: 'progress', done });
  }
  const folder = new OutputFolder(task.outputDir);
  const counts = await runLetters.write(folder);
  tell({ kind: 'written', written: { counts, files: folder.files() } });
}

void write()
  .catch((error: unknown) => {
    const { code, kind, message } = codedErrorOf(error);
    tell({ kind: 'failed', code, failure: kind, message });
  })
  .finally(() => port.close());
