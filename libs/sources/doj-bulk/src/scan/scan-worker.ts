import { parentPort, workerData } from 'node:worker_threads';
import { answerOf } from '../threads/worker-crew';
import { type ScanJob, type ScanWorkerData, ScanMember } from './scan-slots';

// Only a thread of `scanPopulation` may load this module: it answers whatever is posted to the thread that it runs in.
if (parentPort) {
  const port = parentPort;
  const data = workerData as ScanWorkerData & { readonly member: number };
  const member = new ScanMember(data, data.member);
  port.on('message', (job: ScanJob) => port.postMessage(answerOf(() => member.do(job))));
}
