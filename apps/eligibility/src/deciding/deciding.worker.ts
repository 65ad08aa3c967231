import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { packMembers, unpackBytes } from '@clearway/content-store';
import { readHistories } from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
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

/** The people of a batch; a blob that is gone or damaged will be so next time too. */
function historiesOf(path: string): History[] {
  try {
    return readHistories(unpackBytes(readFileSync(path)));
  } catch {
    throw new PoisonError('blob.unreadable', 'a batch of histories is missing from the content store, or damaged: run the revision again');
  }
}

function decide({ path, policy: text, county, asOf, key }: DecidingTask): Decided {
  const policy = policyOf(text);
  const histories = historiesOf(path);
  const people = histories.map((history) => decidePerson(history, policy, { county, asOf }));
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
