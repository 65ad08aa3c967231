import { PersonReader, ScanMember, StretchMemory } from '@clearway/doj-bulk';
import { OpenFiles } from './open-files';
import { startWork } from './person-work';
import { PortionDecider } from './portion-decider';
import {
  type AnalyzeDone,
  type AnalyzeJob,
  type CrewDone,
  type CrewJob,
  type DecidePlan,
  type PortionDone,
  type PortionJob,
} from './portion-jobs';
import { PortionPlanner } from './portion-planner';
import { PortionWriter } from './portion-writer';

/** One of those who do a run's jobs, a thread or this one: what it learned while it scanned serves when people are decided. */
export class AnalyzeMember {
  private scanning: ScanMember | undefined;
  private hand: DecidingHand | undefined;

  constructor(private readonly member: number) {}

  do(job: CrewJob): CrewDone {
    switch (job.kind) {
      case 'begin-scan':
        this.scanning = new ScanMember(job.data, this.member);
        return { kind: 'begun' };
      case 'scan':
        return { kind: 'scanned', done: begun(this.scanning).do(job.job) };
      case 'begin-deciding':
        this.scanning = undefined;
        this.hand = new DecidingHand(job.plan, this.member);
        return { kind: 'begun' };
      default:
        return begun(this.hand).do(job);
    }
  }

  close(): void {
    this.hand?.close();
  }
}

class DecidingHand {
  private readonly people: PersonReader;
  private readonly files: OpenFiles;
  private readonly planner: PortionPlanner;
  private readonly writer: PortionWriter;
  private decider: PortionDecider | undefined;

  constructor(
    private readonly plan: DecidePlan,
    member: number,
  ) {
    this.people = new PersonReader(plan.limits, new StretchMemory(plan.memory, member, plan.members));
    this.files = new OpenFiles(this.people.memory);
    this.planner = new PortionPlanner(this.people);
    this.writer = new PortionWriter(plan.columns, this.people);
    // Loaded while others look at the first rows; whoever decides nobody never loads it.
    if (member < plan.deciders) this.deciding();
  }

  do(job: AnalyzeJob): AnalyzeDone {
    const { memory } = this.people;
    switch (job.kind) {
      case 'plan':
        memory.enter(job.portion.room);
        return { kind: 'planned', plan: this.planner.planOf(job.portion, this.read(job.portion)) };
      case 'decide':
        memory.enter(job.portion.room);
        return this.deciding().portion(job.portion, job.plan, memory.bytes);
      case 'write':
        memory.enter(job.portion.room);
        return {
          kind: 'portion',
          ...this.writer.portion(job.portion, job.plan, job.annotations, memory.bytes),
          kept: [],
        };
      case 'portion':
        memory.leave();
        return this.portion(job);
      case 'partition':
        memory.leave();
        return this.deciding().partition(job);
      case 'others':
        return { kind: 'others', kept: this.deciding().work.decideOthers?.(job.first, job.ids) ?? [] };
      case 'tally':
        return { kind: 'tally', tally: this.decider?.work.tally() };
    }
  }

  close(): void {
    this.files.close();
  }

  private portion(job: PortionJob): PortionDone {
    const bytes = this.read(job);
    const plan = this.planner.planOf(job, bytes);
    const { annotations, kept } = this.deciding().portion(job, plan, bytes);
    return { kind: 'portion', ...this.writer.portion(job, plan, annotations, bytes), kept };
  }

  private read({ path, name, start, length }: PortionJob): Buffer {
    return this.files.read(path, name, start, length);
  }

  private deciding(): PortionDecider {
    return (this.decider ??= new PortionDecider(startWork(this.plan.order), this.people));
  }
}

function begun<Worker>(worker: Worker | undefined): Worker {
  if (!worker) throw new Error('a job came before the phase that it belongs to began');
  return worker;
}
