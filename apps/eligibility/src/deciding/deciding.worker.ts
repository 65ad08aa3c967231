import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { CaseFactsBook } from '@clearway/case-facts';
import { packMembers, unpackBytes } from '@clearway/content-store';
import { readHistories } from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
import { readCaseInputs } from '@clearway/outputs';
import { PoisonError, codedErrorOf, type WorkerAnswer } from '@clearway/platform';
import { type History } from '@clearway/record';
import { decidePerson, ruleSetHash, type Policy } from '@clearway/rules';
import { type Decided, type DecidingTask } from './deciding.messages';
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

/** Facts and decisions are read once for a run, as its policy is. */
function bookOf({ facts, decisions }: DecidingTask): CaseFactsBook | undefined {
  const key = JSON.stringify([facts, decisions]);
  if (books.has(key)) return books.get(key);
  const files = facts.map(({ name, path }) => ({ name, bytes: contentOf(path) }));
  const cases = readCaseInputs(files, decisions === null ? undefined : contentOf(decisions));
  const book = cases && new CaseFactsBook(cases.data);
  books.clear();
  books.set(key, book);
  return book;
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new PoisonError('content.missing', 'a file of facts or decisions is not in the content store: make the run again');
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

function decide(task: DecidingTask): Decided {
  const { path, policy: text, county, asOf, key } = task;
  const policy = policyOf(text);
  const book = bookOf(task);
  // Every basis: what is decided of any conviction later can be held against it.
  const run = { county, asOf, everyBasis: true, quality: {}, ...(book ? { cases: book } : {}) };
  const histories = historiesOf(path);
  const people = histories.map((history) => decidePerson(book ? book.corrected(history) : history, policy, run));
  const { blob, places } = packMembers(people);
  const { lines, convictions, outcomes } = determinationLines(key, people, places, policy);
  return { blob: new Uint8Array(blob), lines: new Uint8Array(Buffer.from(lines, 'utf8')), persons: people.length, convictions, outcomes, ruleSet: ruleSetHash(), policy: policy.hash };
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
