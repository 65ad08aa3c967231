import { parentPort, workerData } from 'node:worker_threads';
import { packBytes } from '@clearway/content-store';
import { historyMembers } from '@clearway/contracts';
import { portionsOf, readPersons, requireCounty, scanPopulation, type Population } from '@clearway/doj-bulk';
import { codedErrorOf } from '@clearway/platform';
import { type History } from '@clearway/record';
import { Tally } from '@clearway/reports';
import { type PopulationCounts, type ReadingEvent, type ReadingTask } from './reading.messages';

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

async function read(): Promise<void> {
  const population = await scanPopulation(task.inputs, {
    workDir: task.workDir,
    threads: task.scanThreads,
    onProgress: (done, total) => tell({ kind: 'indexing', done, total }),
  });
  const county = requireCounty(population, task.county);
  tell({ kind: 'resolving', population: countsOf(population, county), rejectedRowsFile: population.rejectedRowsFile });
  const done = new Set(task.done);
  const tally = new Tally(task.asOf);
  let batch = 0;
  let persons = 0;
  let rows = 0;
  let histories: History[] = [];
  const send = async (): Promise<void> => {
    await turn();
    const read = { batch, persons: histories.length, rows };
    if (done.has(batch)) tell({ kind: 'batch', read });
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
  for await (const history of readPersons(population)) {
    histories.push(history);
    tally.addHistory(history);
    persons += 1;
    rows += rowsOf(history);
    if (histories.length >= task.batchPersons || rows >= MOST_ROWS) await send();
  }
  if (histories.length > 0) await send();
  tell({ kind: 'end', persons, histories: tally.toJSON() });
}

function rowsOf(history: History): number {
  let rows = 0;
  for (const cycle of history.cycles) for (const step of cycle.steps) for (const count of step.counts) rows += count.rows.length;
  return rows;
}

function countsOf(population: Population, county: string): PopulationCounts {
  const { people, scattered, read: rowsRead, used: rowsUsed, rejected: rowsRejected, emptyLines, rejectedBy, rejectedOfNobody, counties } = population;
  const files = population.files.map((file) => {
    const { name, sha256, bytes, size, header, read, used, rejected, emptyLines: empty, lines, filledLines, continuationLines, people: here, counties: named } = file;
    const numbers = { bytes, size, rowsRead: read, rowsUsed: used, rowsRejected: rejected, emptyLines: empty, physicalLines: lines, filledLines, continuationLines, people: here };
    return { name, sha256, header, counties: named, portions: portionsOf(file), ...numbers };
  });
  return { files, people, scattered, rowsRead, rowsUsed, rowsRejected, emptyLines, rejectedBy: { ...rejectedBy }, rejectedOfNobody, counties, county };
}

void read()
  .catch((error: unknown) => {
    const { code, kind, message } = codedErrorOf(error);
    tell({ kind: 'failed', code, failure: kind, message });
  })
  .finally(() => port.close());
