import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { CaseFactsBook } from '@clearway/case-facts';
import { packMembers, unpackBytes, unpackMembers } from '@clearway/content-store';
import { readHistories, type ChangeReason } from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
import { readCasesOfRun, withNamedBy } from '@clearway/outputs';
import { PoisonError, codedErrorOf, type WorkerAnswer } from '@clearway/platform';
import { type History, type SourceFile } from '@clearway/record';
import { decidePerson, ruleSetHash, type DecidedPerson, type Policy } from '@clearway/rules';
import { PeopleBefore, type BatchBefore } from '../revisions/people-before';
import { type CasePaths, type Decided, type DecidingTask, type TaskBefore } from './deciding.messages';
import { determinationLines } from './determination-lines';

const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');

/** A policy is checked once; all batches of a run have the same. */
const policies = new Map<string, Policy>();

function policyOf(text: string): Policy {
  const known = policies.get(text);
  if (known) return known;
  const policy = loadPolicy(text);
  policies.clear();
  policies.set(text, policy);
  return policy;
}

const books = new Map<string, CaseFactsBook | undefined>();

/** Facts, lists, decisions and corrections are read once for a run and the revision before it, as its policy is. */
function bookOf({ facts, decisions, corrections, done, listed, county }: CasePaths): CaseFactsBook | undefined {
  const files = { facts, decisions, corrections, done, listed, county };
  const key = JSON.stringify(files);
  if (books.has(key)) return books.get(key);
  const { cases } = readCasesOfRun(files, contentOf);
  const book = cases && new CaseFactsBook(cases.data);
  if (books.size > 1) books.clear();
  books.set(key, book);
  return book;
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new PoisonError('content.missing', 'a file of facts, decisions, corrections or sources is not in the content store: make the run again');
  }
}

/** The people of a batch; a blob that is gone or damaged will be so next time too. */
function historiesOf(path: string): History[] {
  try {
    return readHistories(unpackBytes(readFileSync(path)));
  } catch {
    throw new PoisonError('blob.unreadable', 'a batch of histories is missing from the content store, or damaged: run the revision again');
  }
}

const NO_OTHERS: readonly SourceFile[] = [];
const sources = new Map<string, readonly SourceFile[]>();

/** What the inputs are and cover; nothing where all are files of the state. */
function sourcesOf({ sources: path }: CasePaths): readonly SourceFile[] {
  if (path === null) return NO_OTHERS;
  const known = sources.get(path) ?? (JSON.parse(contentOf(path).toString('utf8')) as readonly SourceFile[]);
  if (sources.size > 1) sources.clear();
  sources.set(path, known);
  return known;
}

function* batchesOf({ batches }: TaskBefore): Generator<BatchBefore> {
  for (const { histories, decisions } of batches) yield { histories: historiesOf(histories), decided: unpackMembers(readFileSync(decisions)) as DecidedPerson[] };
}

function decide(task: DecidingTask): Decided {
  const { path, policy: text, county, asOf, stateFiles, key } = task;
  const policy = policyOf(text);
  const book = bookOf(task);
  // Every basis: what is decided of any conviction later can be held against it.
  const run = { county, asOf, everyBasis: true, quality: { files: sourcesOf(task) }, ...(book ? { cases: book } : {}) };
  const histories = historiesOf(path);
  const before = task.before && new PeopleBefore(batchesOf(task.before), { cases: bookOf(task.before), files: sourcesOf(task.before), sameChoices: task.before.sameChoices, fileNumbers: task.before.fileNumbers });
  const touched: { person: string; why: ChangeReason }[] = [];
  const people = histories.map((history) => {
    const stands = before?.of(history, { cases: book, files: sourcesOf(task) });
    if (typeof stands === 'object') return stands;
    if (stands !== undefined) touched.push({ person: history.person, why: stands });
    const corrected = book ? book.corrected(history, run.asOf) : history;
    return withNamedBy(decidePerson(corrected, policy, run), corrected, stateFiles);
  });
  const carried = before ? people.length - touched.length : 0;
  const { blob, places } = packMembers(people);
  const { lines, convictions, outcomes } = determinationLines(key, people, places, policy);
  return { blob: new Uint8Array(blob), lines: new Uint8Array(Buffer.from(lines, 'utf8')), persons: people.length, convictions, carried, touched, outcomes, ruleSet: ruleSetHash(), policy: policy.hash };
}

port.on('message', (task: DecidingTask) => {
  let answer: WorkerAnswer<Decided>;
  try {
    answer = { reply: decide(task) };
  } catch (error) {
    const { code, kind, message } = codedErrorOf(error);
    answer = { failed: { code, kind, message } };
  }
  port.postMessage(answer, 'reply' in answer ? [answer.reply.blob.buffer as ArrayBuffer, answer.reply.lines.buffer as ArrayBuffer] : []);
});
