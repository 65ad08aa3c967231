import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import {
  countsAskedOfUpdate,
  ExchangeFileError,
  listedCsv,
  listedWorkbook,
  matchListCsv,
  matchListWorkbook,
  matchQuestions,
  readCourtUpdate,
  readManifest,
  readMatchReplies,
  readReceipts,
} from '@clearway/court-exchange';
import { type LookedAtFile, type VerifiedBatch, verifyBatch } from '@clearway/filing-book';
import { readPdf } from '@clearway/pdf-reading';
import { codedErrorOf, type WorkerAnswer } from '@clearway/platform';
import { type ExchangingReply, type ExchangingTask, type ReadFile } from './exchanging.messages';

const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');

type TaskOf<What extends ExchangingTask['what']> = Extract<ExchangingTask, { what: What }>;

function verify({ manifest, update, files }: TaskOf<'verify'>): Promise<VerifiedBatch> {
  const places = new Map(files.map(({ path, at }) => [path, at]));
  return verifyBatch(
    readManifest(readFileSync(manifest, 'utf8')),
    readCourtUpdate(readFileSync(update, 'utf8')),
    [...places.keys()].sort(),
    (path) => Promise.resolve(lookedAt(path, places.get(path))),
  );
}

function lookedAt(path: string, at: string | undefined): LookedAtFile | undefined {
  if (at === undefined || !existsSync(at)) return undefined;
  const bytes = readFileSync(at);
  const found = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  if (!path.toLowerCase().endsWith('.pdf')) return found;
  try {
    const { pages } = readPdf(bytes);
    const text = pages.map(({ texts }) => texts.map((each) => each.text).join(' ')).join(' ');
    return { ...found, pdf: { pages: pages.length, text } };
  } catch {
    // Whatever the reader stumbles over, the court's may as well.
    return found;
  }
}

function reading<Content>(read: () => Content): ReadFile<Content> {
  try {
    return { content: read(), problems: [] };
  } catch (error) {
    if (error instanceof ExchangeFileError) return { content: null, problems: error.problems };
    throw error;
  }
}

async function bytesOf(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

async function answerOf(task: ExchangingTask): Promise<ExchangingReply> {
  switch (task.what) {
    case 'verify':
      return verify(task);
    case 'questions':
      return matchQuestions(countsAskedOfUpdate(readFileSync(task.courtUpdate), 'court_update.csv'));
    case 'match-list':
      return task.format === 'xlsx'
        ? bytesOf(matchListWorkbook(task.questions))
        : new Uint8Array(Buffer.from(matchListCsv(task.questions), 'utf8'));
    case 'list':
      return task.format === 'xlsx'
        ? bytesOf(listedWorkbook(task.title, [task.sheet]))
        : new Uint8Array(Buffer.from(listedCsv(task.sheet), 'utf8'));
    case 'match-answers':
      return reading(() => readMatchReplies(readFileSync(task.file), task.name, { on: task.on }));
    case 'receipt':
      return reading(() =>
        readReceipts(readFileSync(task.file), task.name, {
          on: task.on,
          today: task.today,
          ...(task.batch === null ? {} : { batch: task.batch }),
        }),
      );
  }
}

port.on('message', (task: ExchangingTask) => {
  void answerOf(task).then(
    (reply) => port.postMessage({ reply } satisfies WorkerAnswer<ExchangingReply>),
    (error: unknown) => {
      const { code, kind, message } = codedErrorOf(error);
      port.postMessage({ failed: { code, kind, message } } satisfies WorkerAnswer<ExchangingReply>);
    },
  );
});
