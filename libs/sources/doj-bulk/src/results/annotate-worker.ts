import { parentPort, workerData } from 'node:worker_threads';
import { answerOf } from '../threads/worker-crew';
import { type AnnotateJob, type AnnotatorData, ownBuffersOf, PortionAnnotator } from './portion-annotator';

if (parentPort) {
  const port = parentPort;
  const data = workerData as AnnotatorData & { readonly member: number };
  const annotator = new PortionAnnotator(data, data.member);
  port.on('message', (job: AnnotateJob) => {
    const answer = answerOf(() => annotator.do(job));
    port.postMessage(answer, 'result' in answer ? ownBuffersOf(answer.result) : []);
  });
}
