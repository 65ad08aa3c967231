import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, type CrewAnswer, failedAnswer } from '@clearway/doj-bulk';
import { startWork } from './person-work';
import { type AnalyzeDone, type AnalyzeJob, type AnalyzeWorkerData } from './portion-jobs';
import { PortionWorker } from './portion-worker';

if (parentPort) {
  const port = parentPort;
  const { order, limits } = workerData as AnalyzeWorkerData;
  const worker = new PortionWorker(startWork(order), limits);
  port.on('message', (job: AnalyzeJob) => {
    let answer: CrewAnswer<AnalyzeDone>;
    try {
      answer = { result: worker.do(job) };
    } catch (error) {
      answer = failedAnswer(error);
    }
    port.postMessage(answer, 'result' in answer && answer.result.kind === 'portion' ? buffersOf(answer.result) : []);
  });
}
