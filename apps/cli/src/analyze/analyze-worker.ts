import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, ownBuffersOf } from '@clearway/doj-bulk';
import { AnalyzeMember } from './analyze-member';
import { loadWork, type ThreadStart } from './person-work';
import { type CrewJob } from './portion-jobs';

// One thread for the whole run.
if (parentPort) {
  const port = parentPort;
  const { member: number, deciders, likely } = workerData as ThreadStart;
  const member = new AnalyzeMember(number);
  port.on('message', (job: CrewJob) => {
    const answer = answerOf(() => member.do(job));
    port.postMessage(answer, 'result' in answer && answer.result.kind === 'portion' ? ownBuffersOf(answer.result) : []);
  });
  if (likely !== undefined && number < deciders) loadWork(likely);
}
