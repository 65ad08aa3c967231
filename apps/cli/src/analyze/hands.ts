import { setImmediate } from 'node:timers/promises';
import { compiledScript, type RecordLimits, type ScanCrew, StretchMemory, WorkerCrew } from '@clearway/doj-bulk';
import { startWork, type WorkOrder } from './person-work';
import { type AnalyzeDone, type AnalyzeJob, type CrewDone, type CrewJob } from './portion-jobs';
import { PortionWorker } from './portion-worker';

/** Whoever does the jobs of a run: worker threads, or this one. */
export interface Hands {
  /** Jobs that may be under way at once, and rooms for their results. */
  readonly count: number;
  /** The threads, for the scan that comes before; absent when this one does everything. */
  readonly scanCrew?: ScanCrew;
  /** The population is known: from now on people are decided. */
  begin(order: WorkOrder, limits: RecordLimits): void;
  run(job: AnalyzeJob): Promise<AnalyzeDone>;
  tallies(): Promise<unknown[]>;
  close(): Promise<void>;
}

export function openHands(threads: number): Hands {
  const script = compiledScript(__filename, 'analyze-worker');
  return script && threads > 0 ? new CrewHands(script, threads) : new OwnHands();
}

class OwnHands implements Hands {
  readonly count = 1;
  private worker: PortionWorker | undefined;

  begin(order: WorkOrder, limits: RecordLimits): void {
    this.worker = new PortionWorker(startWork(order), limits, new StretchMemory(StretchMemory.allocate(1, 1)));
  }

  async run(job: AnalyzeJob): Promise<AnalyzeDone> {
    await setImmediate();
    if (!this.worker) throw new Error('people are decided before the work began');
    return this.worker.do(job);
  }

  async tallies(): Promise<unknown[]> {
    return [tallyOf(await this.run({ kind: 'tally' }))];
  }

  close(): Promise<void> {
    this.worker?.close();
    return Promise.resolve();
  }
}

/** One crew for both passes: threads that scanned are warm when they decide. */
class CrewHands implements Hands {
  readonly count: number;
  readonly scanCrew: ScanCrew;
  private readonly crew: WorkerCrew<CrewJob, CrewDone>;

  constructor(
    script: string,
    private readonly threads: number,
  ) {
    const crew = new WorkerCrew<CrewJob, CrewDone>(script, threads, {});
    this.crew = crew;
    this.count = threads * 2 + 1;
    this.scanCrew = {
      threads,
      begin: (data) => this.onEach({ kind: 'begin-scan', data }),
      find: async (job) => {
        const done = await crew.run({ kind: 'scan', job });
        if (done.kind !== 'scanned') throw new Error('a thread answered another question');
        return done.findings;
      },
    };
  }

  begin(order: WorkOrder, limits: RecordLimits): void {
    const plan = { order, limits, memory: StretchMemory.allocate(this.threads, this.count), members: this.threads };
    this.onEach({ kind: 'begin-deciding', plan });
  }

  run(job: AnalyzeJob): Promise<AnalyzeDone> {
    return this.crew.run(job) as Promise<AnalyzeDone>;
  }

  async tallies(): Promise<unknown[]> {
    return (await this.crew.runOnEach({ kind: 'tally' })).map(tallyOf);
  }

  close(): Promise<void> {
    return this.crew.close();
  }

  /** What goes wrong with it is told by the jobs that follow. */
  private onEach(job: CrewJob): void {
    this.crew.runOnEach(job).catch(() => undefined);
  }
}

function tallyOf(done: CrewDone): unknown {
  return done.kind === 'tally' ? done.tally : undefined;
}
