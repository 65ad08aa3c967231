import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/**
 * For the objects of a worker that live shortly, as those of a portion of people do: most of them are gone before this is full, and only
 * what is left must be copied. With more the process was larger and no faster.
 */
const YOUNG_GENERATION_MB = 12;

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** What a worker of a crew answers. */
export type CrewAnswer<Result> = { readonly result: Result } | { readonly error: Error; readonly code: unknown };

/** What a worker answers to a job: its result, or why there is none. */
export function answerOf<Result>(work: () => Result): CrewAnswer<Result> {
  try {
    return { result: work() };
  } catch (error) {
    // An error leaves its code behind when it goes to another thread: it travels beside it.
    return {
      error: error instanceof Error ? error : new Error('the work of a thread failed'),
      code: (error as { code?: unknown } | null)?.code,
    };
  }
}

/**
 * A few worker threads that run jobs of one kind. A worker answers each message with a `CrewAnswer`; jobs are handed out
 * in the order of `run`, to the worker that has the fewest. The first error ends the crew.
 */
export class WorkerCrew<Job, Result> {
  private readonly workers: { worker: Worker; waiting: Waiting<Result>[] }[] = [];
  private failure: Error | undefined;

  /** Each worker gets `workerData` and, as `member`, its number from 0. */
  constructor(
    script: string,
    readonly threads: number,
    workerData: object,
  ) {
    for (let index = 0; index < threads; index++) {
      const worker = new Worker(script, {
        workerData: { ...workerData, member: index },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      });
      const member = { worker, waiting: [] as Waiting<Result>[] };
      worker.on('message', (answer: CrewAnswer<Result>) => {
        const first = member.waiting.shift();
        if ('error' in answer) {
          const error = answer.code === undefined ? answer.error : Object.assign(answer.error, { code: answer.code });
          first?.reject(error);
          this.fail(error);
        } else first?.resolve(answer.result);
      });
      worker.on('error', (error) =>
        this.fail(
          error instanceof Error
            ? error
            : new Error(`a worker thread failed: ${(error as { message?: string }).message ?? 'no reason given'}`, {
                cause: error,
              }),
        ),
      );
      worker.on('exit', (code) => {
        if (code !== 0) this.fail(new Error(`a worker thread ended with code ${code}`));
      });
      this.workers.push(member);
    }
  }

  /** To one of the members `[first, end)`. */
  run(job: Job, first = 0, end = this.threads): Promise<Result> {
    if (this.failure) return Promise.reject(this.failure);
    let least = this.workers[first]!;
    for (const each of this.workers.slice(first + 1, end)) if (each.waiting.length < least.waiting.length) least = each;
    return this.hand(least, job);
  }

  /** The same job for every worker. */
  runOnEach(job: Job): Promise<Result[]> {
    if (this.failure) return Promise.reject(this.failure);
    return Promise.all(this.workers.map((member) => this.hand(member, job)));
  }

  async close(): Promise<void> {
    this.failure ??= new Error('the worker threads have been stopped');
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
    for (const { waiting } of this.workers) for (const each of waiting.splice(0)) each.reject(this.failure);
  }

  private hand(member: (typeof this.workers)[number], job: Job): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      member.waiting.push({ resolve, reject });
      member.worker.postMessage(job);
    });
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { waiting } of this.workers) for (const each of waiting.splice(0)) each.reject(this.failure);
  }
}

/** Where a worker's compiled script lies, or nothing when the code runs uncompiled (then the work is done in process). */
export function compiledScript(moduleFile: string, script: string): string | undefined {
  return moduleFile.endsWith('.js') ? moduleFile.replace(/[^/\\]+$/, `${script}.js`) : undefined;
}

/** A compiled script and all that it needs in one file, if the build made one (tools/build/bundle.mjs); by path without its ending. */
export function bundleOf(module: string): string | undefined {
  const bundle = `${module}.bundle.js`;
  return existsSync(bundle) ? bundle : undefined;
}
