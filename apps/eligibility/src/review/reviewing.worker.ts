import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { unpackBytes, unpackMembers } from '@clearway/content-store';
import { readHistories } from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
import { codedErrorOf, type WorkerAnswer } from '@clearway/platform';
import { type History, judgeDrafts } from '@clearway/record';
import { ReviewWriter } from '@clearway/reports';
import {
  drawSample,
  groupsOf,
  importReview,
  importWorklist,
  noticeLinesOf,
  pairQuestions,
  publicDefenderCsv,
  publicDefenderPdf,
  readAskedPairs,
  readCertificate,
  readDetermined,
  readReviewCsv,
  readWorklists,
  ReturnedWorkbookError,
  reviewWorkbook,
  sampleWorkbook,
  type WorkbookProblem,
  worklistWorkbook,
} from '@clearway/review';
import { type DecidedPerson } from '@clearway/rules';
import { type ReviewingReplies, type ReviewingReply, type ReviewingTask } from './reviewing.messages';

const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread');

type TaskOf<What extends ReviewingTask['what']> = Extract<ReviewingTask, { what: What }>;

function* people(decisions: readonly string[]): Generator<DecidedPerson> {
  for (const path of decisions) yield* unpackMembers(readFileSync(path)) as DecidedPerson[];
}

/** The same rows as `review.csv`, so the same workbook as the command line writes from it. */
async function workbook({
  decisions,
  policy,
  names,
  all,
  asks,
}: TaskOf<'workbook'>): Promise<ReviewingReplies['workbook']> {
  const writer = new ReviewWriter(loadPolicy(policy), names);
  const rows = [writer.header()];
  for (const person of people(decisions)) rows.push(writer.rowsOf(person, all));
  const items = [...readReviewCsv(rows.join(''))];
  const groups = groupsOf(items);
  const pairs = asks === undefined ? [] : pairQuestions(readAskedPairs(readFileSync(asks, 'utf8')), items);
  const open = groups.filter(({ asked }) => asked.question !== '').length;
  return {
    bytes: await bytesOf(reviewWorkbook(groups, pairs)),
    questions: open,
    rows: groups.reduce((sum, { items: members }) => sum + members.length, 0),
    samePerson: pairs.length,
  };
}

function publicDefender({
  decisions,
  format,
  county,
  asOf,
}: TaskOf<'public-defender'>): ReviewingReplies['public-defender'] {
  const lines = [...people(decisions)].flatMap((person) => noticeLinesOf(person));
  const bytes =
    format === 'csv' ? Buffer.from(publicDefenderCsv(lines), 'utf8') : publicDefenderPdf({ county, asOf }, lines);
  const challenged = lines.filter(({ what }) => what === 'challenged').length;
  return { bytes: new Uint8Array(bytes), challenged, leftOut: lines.length - challenged };
}

async function sample({ results, sample: wanted, seed }: TaskOf<'sample'>): Promise<ReviewingReplies['sample']> {
  const drawn = drawSample(
    results.flatMap((path) => [...readDetermined(readFileSync(path, 'utf8'))]),
    wanted,
    seed,
  );
  return {
    bytes: await bytesOf(sampleWorkbook(drawn)),
    drawn: drawn.strata.reduce((sum, each) => sum + each.drawn.length, 0),
    size: drawn.size,
    strata: drawn.strata.length,
  };
}

function imported({ workbook: path, partial }: TaskOf<'import'>): ReviewingReplies['import'] {
  return withProblems<ReviewingReplies['import']>(
    () => ({ taken: true, ...importReview(readFileSync(path), { partial }) }),
    (problems) => ({ taken: false, drafts: [], cannotTell: 0, problems }),
  );
}

/** The same workbook as `clearway fix export` writes. */
async function worklist({ rows, kind, madeOf }: TaskOf<'worklist'>): Promise<ReviewingReplies['worklist']> {
  const lists = readWorklists(readFileSync(rows, 'utf8'));
  const items = lists.get(kind) ?? [];
  const bytes = items.length === 0 ? new Uint8Array() : await bytesOf(worklistWorkbook(kind, items, madeOf));
  return { bytes, items: items.length, kinds: [...lists.keys()].sort() };
}

function importedWorklist({
  workbook: path,
  partial,
  inputs,
  today,
}: TaskOf<'import-worklist'>): ReviewingReplies['import-worklist'] {
  return withProblems<ReviewingReplies['import-worklist']>(
    () => {
      const { drafts, problems, madeOf } = importWorklist(readFileSync(path), { partial, inputs, today });
      return { taken: true, drafts, problems, saysMadeOf: madeOf !== undefined };
    },
    (problems) => ({ taken: false, drafts: [], problems, saysMadeOf: true }),
  );
}

/** Of the run's histories only those of the people whom the drafts name are kept. */
function judged({
  histories,
  drafts,
  standing,
  today,
}: TaskOf<'judge-corrections'>): ReviewingReplies['judge-corrections'] {
  const asked = new Set(drafts.map(({ person }) => person));
  const found: History[] = [];
  for (const path of histories) {
    if (found.length === asked.size) break;
    found.push(...readHistories(unpackBytes(readFileSync(path))).filter(({ person }) => asked.has(person)));
  }
  return { refused: judgeDrafts(drafts, found, standing, today) };
}

function certificate({ workbook: path }: TaskOf<'certificate'>): ReviewingReplies['certificate'] {
  return withProblems<ReviewingReplies['certificate']>(
    () => ({ certificate: readCertificate(readFileSync(path)), problems: [] }),
    (problems) => ({ certificate: null, problems }),
  );
}

/** Problems of a workbook are an answer, by sheet and cell; anything else is a failure. */
function withProblems<Reply>(read: () => Reply, refused: (problems: readonly WorkbookProblem[]) => Reply): Reply {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReturnedWorkbookError) return refused(error.problems);
    throw error;
  }
}

async function bytesOf(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

async function answerOf(task: ReviewingTask): Promise<ReviewingReply> {
  switch (task.what) {
    case 'workbook':
      return workbook(task);
    case 'public-defender':
      return publicDefender(task);
    case 'sample':
      return sample(task);
    case 'import':
      return imported(task);
    case 'worklist':
      return worklist(task);
    case 'import-worklist':
      return importedWorklist(task);
    case 'judge-corrections':
      return judged(task);
    case 'certificate':
      return certificate(task);
  }
}

port.on('message', (task: ReviewingTask) => {
  void answerOf(task).then(
    (reply) =>
      port.postMessage(
        { reply } satisfies WorkerAnswer<ReviewingReply>,
        'bytes' in reply ? [reply.bytes.buffer as ArrayBuffer] : [],
      ),
    (error: unknown) => {
      const { code, kind, message } = codedErrorOf(error);
      port.postMessage({ failed: { code, kind, message } } satisfies WorkerAnswer<ReviewingReply>);
    },
  );
});
