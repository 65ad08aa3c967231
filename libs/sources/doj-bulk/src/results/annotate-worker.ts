import { parentPort, workerData } from 'node:worker_threads';
import { type CrewAnswer, failedAnswer } from '../threads/worker-crew';
import { type AnnotateJob, type AnnotatorData, buffersOf, PortionAnnotator, type ResultPortion } from './portion-annotator';

if (parentPort) {
  const port = parentPort;
  const annotator = new PortionAnnotator(workerData as AnnotatorData);
  port.on('message', (job: AnnotateJob) => {
    let answer: CrewAnswer<ResultPortion>;
    try {
      answer = { result: annotator.do(job) };
    } catch (error) {
      answer = failedAnswer(error);
    }
    port.postMessage(answer, 'result' in answer ? buffersOf(answer.result) : []);
  });
}
