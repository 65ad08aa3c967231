import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DrawingThreadError } from '../errors';
import { type DrawingWatch } from '../paper/draw-paper';
import { type FormSource } from '../packet/form-source';
import { type GivenForm } from '../packet/opened-forms';
import { type DrawJob, type DrawJobResult } from './draw-job';
import { type DrawingHands, OneHand } from './drawing-hands';

/** What a thread answers. An error's message can hold what was drawn: only its code leaves the thread. */
export type DrawingAnswer = { readonly result: DrawJobResult } | { readonly failed: string };

/** Finished papers of so many jobs may wait for their turn, for each thread. */
const AHEAD = 2;

const SCRIPT = join(__dirname, 'drawing.worker.js');

/** Draws in threads. Where the modules are not compiled (tests over the sources), in this thread: the bytes are the same. */
export function drawingThreads(
  threads: number,
  forms: { readonly given: readonly GivenForm[]; readonly opened?: FormSource } = { given: [] },
): DrawingHands {
  return threads < 2 || !existsSync(SCRIPT) ? new OneHand(forms.opened) : new DrawingThreads(threads, forms.given);
}

/** What a thread is given when it starts. */
export interface DrawingThreadData {
  readonly forms: readonly GivenForm[];
}

interface Member {
  readonly worker: Worker;
  /** Jobs that it has and has not answered. */
  readonly waiting: { readonly resolve: (result: DrawJobResult) => void; readonly reject: (error: Error) => void }[];
}

/** Threads that stay for all batches of a run: each has to read the fonts first. */
class DrawingThreads implements DrawingHands {
  private readonly members: Member[] = [];

  constructor(
    private readonly threads: number,
    private readonly forms: readonly GivenForm[],
  ) {}

  async *draw(jobs: Iterable<DrawJob>, watch: DrawingWatch): AsyncIterable<DrawJobResult> {
    const running: Promise<DrawJobResult>[] = [];
    const next = jobs[Symbol.iterator]();
    const more = (): void => {
      while (running.length < this.threads * AHEAD) {
        const { done, value } = next.next();
        if (done) return;
        const job = hand(this.members, value, this.threads, this.forms);
        // Handled when its turn comes; until then a failure waits.
        job.catch(() => undefined);
        running.push(job);
      }
    };
    for (more(); running.length > 0; more()) {
      watch.check?.();
      yield await (running.shift() as Promise<DrawJobResult>);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.members.splice(0).map(({ worker }) => worker.terminate()));
  }
}

/** To the thread that has the least to do; threads start when there is work for them. */
function hand(members: Member[], job: DrawJob, threads: number, forms: readonly GivenForm[]): Promise<DrawJobResult> {
  const idle = members.find(({ waiting }) => waiting.length === 0);
  const member =
    idle ??
    (members.length < threads
      ? start(members, forms)
      : members.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a)));
  return new Promise((resolve, reject) => {
    member.waiting.push({ resolve, reject });
    member.worker.postMessage(job);
  });
}

function start(members: Member[], forms: readonly GivenForm[]): Member {
  const workerData: DrawingThreadData = { forms };
  const member: Member = { worker: new Worker(SCRIPT, { workerData }), waiting: [] };
  const fail = (code: string): void => {
    for (const { reject } of member.waiting.splice(0)) reject(new DrawingThreadError(code));
  };
  member.worker.on('message', (answer: DrawingAnswer) => {
    if ('failed' in answer) return fail(answer.failed);
    member.waiting.shift()?.resolve(answer.result);
  });
  member.worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
  member.worker.on('exit', () => fail('exit'));
  members.push(member);
  return member;
}
