import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  bundleOf,
  compiledScript,
  membersFor,
  type RecordLimits,
  type ResultColumns,
  ROOM_BYTES,
  type ScanCrew,
  StretchMemory,
  WorkerCrew,
} from '@clearway/doj-bulk';
import { AnalyzeMember } from './analyze-member';
import { type ThreadStart, type WorkOrder } from './person-work';
import {
  type CrewDone,
  type CrewJob,
  type OthersDone,
  type OthersJob,
  type PartitionDone,
  type PartitionJob,
  type PortionDone,
  type PortionJob,
} from './portion-jobs';

/** Whoever does the jobs of a run: worker threads, or this one. */
export interface Hands {
  /** Jobs that may be under way at once, and rooms of the memory. */
  readonly count: number;
  /** The threads, for the scan that comes before; absent when this one does everything. */
  readonly scanCrew?: ScanCrew;
  /** The population is known: from now on people are decided. */
  begin(order: WorkOrder, limits: RecordLimits, columns: ResultColumns): void;
  portion(job: PortionJob): Promise<PortionDone>;
  partition(job: PartitionJob): Promise<PartitionDone>;
  others(job: OthersJob): Promise<OthersDone>;
  /** One of each who decided somebody. */
  tallies(): Promise<unknown[]>;
  close(): Promise<void>;
}

/**
 * `threads`: by default one for each core, at most 4; 0 for this one alone. `likely`: the module of the work that will probably be
 * ordered; the threads that decide load it as they start.
 */
export function openHands(threads = Math.min(4, availableParallelism()), likely?: string): Hands {
  const script = compiledScript(__filename, 'analyze-worker');
  if (!script || threads === 0) return new OwnHands();
  const bundled = bundleOf(script.replace(/\.js$/, '')) !== undefined;
  return new CrewHands(bundled ? compiledScript(__filename, 'thread')! : script, threads, likely);
}

class OwnHands implements Hands {
  readonly count = 1;
  private readonly member = new AnalyzeMember(0);

  begin(order: WorkOrder, limits: RecordLimits, columns: ResultColumns): void {
    this.member.do({
      kind: 'begin-deciding',
      plan: { order, limits, columns, memory: StretchMemory.allocate(1, 1), members: 1, deciders: 1 },
    });
  }

  async portion(job: PortionJob): Promise<PortionDone> {
    await setImmediate();
    return expected(this.member.do(job), 'portion');
  }

  async partition(job: PartitionJob): Promise<PartitionDone> {
    await setImmediate();
    return expected(this.member.do(job), 'partition');
  }

  async others(job: OthersJob): Promise<OthersDone> {
    await setImmediate();
    return expected(this.member.do(job), 'others');
  }

  tallies(): Promise<unknown[]> {
    return Promise.resolve(talliesOf([this.member.do({ kind: 'tally' })]));
  }

  close(): Promise<void> {
    this.member.close();
    return Promise.resolve();
  }
}

/**
 * One crew for both passes: threads that scanned are warm when they decide. Then the work is divided by its kind: half of the threads
 * look at rows, and the others decide. What is compiled in one of them need not be compiled in the next.
 */
class CrewHands implements Hands {
  readonly count: number;
  readonly scanCrew: ScanCrew;
  private readonly crew: WorkerCrew<CrewJob, CrewDone>;
  private readonly deciders: number;

  constructor(
    script: string,
    private readonly threads: number,
    likely: string | undefined,
  ) {
    this.deciders = Math.ceil(threads / 2);
    const start: Omit<ThreadStart, 'member'> = { deciders: this.deciders, likely };
    const crew = new WorkerCrew<CrewJob, CrewDone>(script, threads, start);
    this.crew = crew;
    this.count = threads + 3;
    this.scanCrew = {
      threads,
      begin: (data) => this.onEach({ kind: 'begin-scan', data }),
      run: async (job) => expected(await crew.run({ kind: 'scan', job }, ...membersFor(job, threads)), 'scanned').done,
    };
  }

  begin(order: WorkOrder, limits: RecordLimits, columns: ResultColumns): void {
    const { threads, deciders } = this;
    this.onEach({
      kind: 'begin-deciding',
      plan: { order, limits, columns, memory: StretchMemory.allocate(threads, this.count), members: threads, deciders },
    });
  }

  async portion(portion: PortionJob): Promise<PortionDone> {
    const { crew, deciders, threads } = this;
    if (deciders === threads || portion.length >= ROOM_BYTES)
      return expected(await crew.run(portion, 0, deciders), 'portion');
    // Only whoever decides needs to know who the people are.
    const rows = { ...portion, ids: [], annotations: [] };
    const { plan } = expected(await crew.run({ kind: 'plan', portion: rows }, deciders), 'planned');
    const { annotations, kept } = expected(await crew.run({ kind: 'decide', portion, plan }, 0, deciders), 'decided');
    return {
      ...expected(await crew.run({ kind: 'write', portion: rows, plan, annotations }, deciders), 'portion'),
      kept,
    };
  }

  partition(job: PartitionJob): Promise<PartitionDone> {
    return this.crew.run(job).then((done) => expected(done, 'partition'));
  }

  others(job: OthersJob): Promise<OthersDone> {
    return this.crew.run(job).then((done) => expected(done, 'others'));
  }

  async tallies(): Promise<unknown[]> {
    return talliesOf(await this.crew.runOnEach({ kind: 'tally' }));
  }

  close(): Promise<void> {
    return this.crew.close();
  }

  /** What goes wrong with it is told by the jobs that follow. */
  private onEach(job: CrewJob): void {
    this.crew.runOnEach(job).catch(() => undefined);
  }
}

function expected<Kind extends CrewDone['kind']>(
  done: CrewDone,
  kind: Kind,
): Extract<CrewDone, { readonly kind: Kind }> {
  if (done.kind !== kind) throw new Error('a thread answered another question');
  return done as Extract<CrewDone, { readonly kind: Kind }>;
}

function talliesOf(done: readonly CrewDone[]): unknown[] {
  return done.flatMap((each) => (each.kind === 'tally' && each.tally !== undefined ? [each.tally] : []));
}
