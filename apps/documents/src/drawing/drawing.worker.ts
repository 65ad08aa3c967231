import { unpackMembers } from '@clearway/content-store';
import { FormFolder } from '@clearway/court-forms';
import { OutputFolder, outputsRun, readBookInput, readCasesOfRun, readSealedPopulation, writeDecidedRun, type CasesOfRun, type SealedPopulation, type SourcesOfRun } from '@clearway/outputs';
import { formFactNames } from '@clearway/papers';
import { codedErrorOf } from '@clearway/platform';
import { type SeenJoin, type SeenNote, type SeenQuestion } from '@clearway/population';
import { type DecidedPerson } from '@clearway/rules';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type DrawingEvent, type DrawingTask, type DrawnRun } from './drawing.messages';
import { linesOf } from './json-lines';
import { choicesOf, courtFilesOf } from './run-choices';

const task = workerData as DrawingTask;
const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');
const tell = (event: DrawingEvent): void => port.postMessage(event);

function* people(): Generator<DecidedPerson> {
  for (const path of task.decisions) yield* unpackMembers(readFileSync(path)) as DecidedPerson[];
}

/** What joining gave, read as it is asked for. */
function sourcesOf({ sources }: SealedPopulation, { found }: CasesOfRun): { sources?: SourcesOfRun } {
  const { joining } = task;
  if (!sources || !joining) return {};
  const owners = new Map(Object.entries(sources.decidedRecords));
  return {
    sources: {
      counts: sources.joining,
      covered: sources.covered,
      personOf: (record) => owners.get(record),
      listed: found,
      joins: () => linesOf(joining.joined) as Generator<SeenJoin>,
      questions: () => linesOf(joining.asks) as Generator<SeenQuestion>,
      notes: () => (joining.notes === null ? [] : (linesOf(joining.notes) as Generator<SeenNote>)),
    },
  };
}

/** A volume stands with each of its packets and is announced with the first. */
function announced(packets: Awaited<ReturnType<typeof writeDecidedRun>>['packets']): DrawnRun['packets'] {
  const seen = new Set<string>();
  return packets.map(({ released, files }) => ({
    released,
    files: files.flatMap(({ path, sha256, bytes }) => {
      if (seen.has(path)) return [];
      seen.add(path);
      return [{ path, sha256, bytes }];
    }),
  }));
}

async function draw(): Promise<void> {
  const { settings } = task;
  const population = readSealedPopulation(JSON.parse(readFileSync(task.population, 'utf8')));
  const book = task.book === null ? undefined : readBookInput(readFileSync(task.book));
  const run = outputsRun(population.county, settings.asOf, settings.policy.text, population.files, choicesOf(settings, book?.sha256 ?? ''));
  const known = readCasesOfRun(task.cases);
  const { cases, done } = known;
  const folder = new OutputFolder(task.outputDir);
  const inputs = task.inputs.filter(({ kind }) => kind === 'state-file').map((input, index) => ({ ...input, portions: population.portions[index] ?? [] }));
  const decided = { inputs, people, histories: population.histories, workDir: task.workDir, courts: courtFilesOf(settings).texts, ...(book ? { book: book.state } : {}), ...(cases ? { cases: cases.data } : {}), ...(done ? { done } : {}), ...sourcesOf(population, known) };
  const written = await writeDecidedRun(run, decided, folder, { threads: task.threads, forms: () => new FormFolder(task.forms).library(formFactNames()), onProgress: (what, done, total) => tell({ kind: 'progress', what, done, total }) });
  tell({
    kind: 'drawn',
    drawn: {
      tally: written.tally,
      results: written.results,
      papers: written.papers ?? null,
      cases: written.cases ?? null,
      sources: written.sources ?? null,
      packets: announced(written.packets),
      forms: written.forms,
      files: folder.files(),
    },
  });
}

void draw()
  .catch((error: unknown) => {
    const { code, kind, message } = codedErrorOf(error);
    tell({ kind: 'failed', code, failure: kind, message });
  })
  .finally(() => port.close());
