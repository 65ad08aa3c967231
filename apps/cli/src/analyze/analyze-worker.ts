import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, ownBuffersOf } from '@clearway/doj-bulk';
import { AnalyzeMember } from './analyze-member';
import { type CrewJob } from './portion-jobs';

// One thread for the whole run.
if (parentPort) {
  const port = parentPort;
  const member = new AnalyzeMember((workerData as { readonly member: number }).member);
  port.on('message', (job: CrewJob) => {
    const answer = answerOf(() => member.do(job));
    port.postMessage(answer, 'result' in answer && answer.result.kind === 'portion' ? ownBuffersOf(answer.result) : []);
  });
}
