import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, ownBuffersOf, StretchFinder, StretchMemory } from '@clearway/doj-bulk';
import { startWork } from './person-work';
import { type CrewDone, type CrewJob } from './portion-jobs';
import { PortionWorker } from './portion-worker';

/** One thread for the whole run: what it learned while it scanned serves when it decides. */
class CrewMember {
  private finder: StretchFinder | undefined;
  private worker: PortionWorker | undefined;

  constructor(private readonly member: number) {}

  do(job: CrewJob): CrewDone {
    switch (job.kind) {
      case 'begin-scan':
        this.finder = new StretchFinder(job.data, this.member);
        return { kind: 'begun' };
      case 'scan':
        return { kind: 'scanned', findings: begun(this.finder).find(job.job) };
      case 'begin-deciding': {
        const { order, limits, memory, members } = job.plan;
        this.finder = undefined;
        this.worker = new PortionWorker(startWork(order), limits, new StretchMemory(memory, this.member, members));
        return { kind: 'begun' };
      }
      default:
        return begun(this.worker).do(job);
    }
  }
}

function begun<Worker>(worker: Worker | undefined): Worker {
  if (!worker) throw new Error('a job came before the phase that it belongs to began');
  return worker;
}

if (parentPort) {
  const port = parentPort;
  const member = new CrewMember((workerData as { readonly member: number }).member);
  port.on('message', (job: CrewJob) => {
    const answer = answerOf(() => member.do(job));
    port.postMessage(answer, 'result' in answer && answer.result.kind === 'portion' ? ownBuffersOf(answer.result) : []);
  });
}
