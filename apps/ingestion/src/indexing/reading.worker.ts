import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { packBytes } from '@clearway/content-store';
import { historyMembers } from '@clearway/contracts';
import { requireCounty } from '@clearway/doj-bulk';
import { listedOf, readDoneLists } from '@clearway/outputs';
import { codedErrorOf } from '@clearway/platform';
import { mappingFrom, openSorted, readPeople, sourceFilesOf, type SortedInputs } from '@clearway/population';
import { type History } from '@clearway/record';
import { Tally } from '@clearway/reports';
import { joinDecisionsOf, readDecisions, type DecisionEvent } from '@clearway/review';
import { writeJoiningFiles } from './joining-files';
import { populationCounts } from './population-counts';
import { type ReadingEvent, type ReadingTask } from './reading.messages';

/** Batches that may wait for the main thread to store them. */
const AHEAD = 3;
/** A batch ends early at this many rows: a few people with very long histories make no larger message. */
const MOST_ROWS = 50_000;

const task = workerData as ReadingTask;
const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');
const tell = (event: ReadingEvent, transfer: ArrayBuffer[] = []): void => port.postMessage(event, transfer);

let credit = AHEAD;
let wake: (() => void) | undefined;
port.on('message', () => {
  credit += 1;
  wake?.();
});

async function turn(): Promise<void> {
  while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
  credit -= 1;
}

/** What attorneys decided; nothing without a file. */
function decisionEvents(): readonly DecisionEvent[] {
  return task.decisions === null ? [] : readDecisions(readFileSync(task.decisions, 'utf8'));
}

function sortedInputs(): SortedInputs {
  const state = task.inputs.filter(({ kind }) => kind === 'state-file').map(({ path, name }) => ({ path, name }));
  const others = task.inputs.flatMap(({ path, name, kind, mapping }) => (kind === 'state-file' ? [] : [{ path, name, kind, ...(mapping === null ? {} : { mapping: mappingFrom(mapping) }) }]));
  return { state, others };
}

async function read(): Promise<void> {
  const events = decisionEvents();
  const inputs = sortedInputs();
  // What is wrong with a list is said before a large file is read.
  const done = task.done.length === 0 ? undefined : readDoneLists(task.done.map(({ path, name, mapping }) => ({ path, name, mapping: mappingFrom(mapping) })), task.county);
  const sources = await openSorted(inputs, {
    ...listedOf(done, inputs.others.length > 0),
    workDir: task.workDir,
    threads: task.scanThreads,
    decisions: joinDecisionsOf(events),
    onProgress: (done, total) => tell({ kind: 'indexing', done, total }),
    onReadingPeople: (done, total) => tell({ kind: 'joining', unit: 'persons', done, total }),
    onJoining: (share) => tell({ kind: 'joining', unit: 'percent', done: Math.floor(share * 100), total: 100 }),
  });
  const county = requireCounty(sources.state, task.county);
  const files = sources.joined ? writeJoiningFiles(sources.joined, task.workDir) : {};
  tell({ kind: 'resolving', population: populationCounts(sources, county, events), rejectedRowsFile: sources.state.rejectedRowsFile, sourceFiles: sourceFilesOf(sources), ...files, listed: done && sources.joined ? sources.joined.listed : null });
  const stored = new Set(task.stored);
  const tally = new Tally(task.asOf);
  let batch = 0;
  let persons = 0;
  let rows = 0;
  let histories: History[] = [];
  const send = async (): Promise<void> => {
    await turn();
    const read = { batch, persons: histories.length, rows };
    if (stored.has(batch)) tell({ kind: 'batch', read });
    else {
      // The first member holds what the others refer to: it is nobody's.
      const { blob, places: [, ...places] } = packBytes(historyMembers(histories));
      const bytes = new Uint8Array(blob);
      tell({ kind: 'batch', read: { ...read, content: { blob: bytes, people: histories.map(({ person }) => person), places } } }, [bytes.buffer]);
    }
    batch += 1;
    histories = [];
    rows = 0;
  };
  for await (const history of readPeople(sources)) {
    histories.push(history);
    tally.addHistory(history);
    persons += 1;
    rows += rowsOf(history);
    if (histories.length >= task.batchPersons || rows >= MOST_ROWS) await send();
  }
  if (histories.length > 0) await send();
  tally.addOnlyRejected(sources.state.rejectedOfNobody);
  tell({ kind: 'end', persons, histories: tally.toJSON() });
}

function rowsOf(history: History): number {
  let rows = 0;
  for (const cycle of history.cycles) for (const step of cycle.steps) for (const count of step.counts) rows += count.rows.length;
  return rows;
}

void read()
  .catch((error: unknown) => {
    const { code, kind, message } = codedErrorOf(error);
    tell({ kind: 'failed', code, failure: kind, message });
  })
  .finally(() => port.close());
