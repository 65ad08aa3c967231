import { parentPort, workerData } from 'node:worker_threads';
import { type CrewAnswer, StretchMemory } from '@clearway/doj-bulk';
import { startWork } from './person-work';
import { type AnalyzeDone, type AnalyzeJob, type AnalyzeWorkerData } from './portion-jobs';
import { PortionWorker } from './portion-worker';

if (parentPort) {
  const port = parentPort;
  const { order, limits, memory, members, member } = workerData as AnalyzeWorkerData & { readonly member: number };
  const worker = new PortionWorker(startWork(order), limits, new StretchMemory(memory, member, members));
  port.on('message', (job: AnalyzeJob) => {
    let answer: CrewAnswer<AnalyzeDone>;
    try {
      answer = { result: worker.do(job) };
    } catch (error) {
      answer = { error: error instanceof Error ? error : new Error('deciding failed') };
    }
    const results = 'result' in answer && answer.result.kind === 'portion' ? [answer.result.full, answer.result.condensed, answer.result.prop64] : [];
    port.postMessage(
      answer,
      // What stands in the shared memory stays there.
      results.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
    );
  });
}
