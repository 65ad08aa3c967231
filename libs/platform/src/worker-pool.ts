import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CodedError, TransientError, type FailureKind } from './coded-error';

/** A module that runs in a worker thread: compiled, or (in tests and development) TypeScript through the register hook. */
export function startWorker(folder: string, name: string, workerData?: unknown): Worker {
  const compiled = join(folder, `${name}.js`);
  if (existsSync(compiled)) return new Worker(compiled, { workerData });
  return new Worker(join(folder, `${name}.ts`), {
    workerData,
    execArgv: ['--require', join(__dirname, '..', 'typescript-register.cjs')],
  });
}

interface Job<Reply> {
  readonly request: unknown;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** What a worker answers: a reply, or a failure by code and kind (the error itself could hold a person's data). */
export type WorkerAnswer<Reply> =
  | { readonly reply: Reply }
  | { readonly failed: { readonly code: string; readonly kind: FailureKind; readonly message: string } };

/**
 * A few worker threads that each answer one request at a time; requests wait in order. A thread that dies fails its
 * request as transient and is replaced.
 */
export class WorkerPool<Request, Reply> {
  private readonly waiting: Job<Reply>[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job<Reply>>();
  private closed = false;

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly size: number,
    private readonly workerData?: unknown,
  ) {}

  run(request: Request): Promise<Reply> {
    return new Promise<Reply>((resolve, reject) => {
      if (this.closed)
        return reject(
          new TransientError('worker.closed', 'the process is stopping: the work is done again after its start'),
        );
      this.waiting.push({ request, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.idle, ...this.busy.keys()].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
    const job = worker && this.waiting.shift();
    if (!worker || !job) return;
    this.busy.set(worker, job);
    worker.postMessage(job.request);
  }

  private start(): Worker {
    const worker = startWorker(this.folder, this.name, this.workerData);
    worker.on('message', (answer: WorkerAnswer<Reply>) => {
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      if ('reply' in answer) job?.resolve(answer.reply);
      else job?.reject(new CodedError(answer.failed.code, answer.failed.message, answer.failed.kind));
      this.next();
    });
    const died = (): void => {
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      job?.reject(new TransientError('worker.died', 'a worker thread ended: the work is tried again'));
      if (!this.closed) this.next();
    };
    worker.on('error', died);
    worker.on('exit', died);
    return worker;
  }
}
