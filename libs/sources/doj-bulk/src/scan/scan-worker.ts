import { parentPort, workerData } from 'node:worker_threads';
import { ScanMemory } from '../bytes/scan-memory';
import { RowReader } from '../rows/row-reader';
import { type CrewAnswer, failedAnswer } from '../threads/worker-crew';
import { type ScanJob, type ScanWorkerData, slotsOf } from './scan-slots';
import { findInStretch, type StretchFindings } from './stretch-findings';

// Only a thread of `scanPopulation` may load this module: it answers whatever is posted to the thread that it runs in.
if (parentPort) {
  const port = parentPort;
  const { memory, readers, slots, slotBytes, limits, member } = workerData as ScanWorkerData & { readonly member: number };
  const bytes = slotsOf(memory, slots, slotBytes, readers);
  const reader = new RowReader(limits, new ScanMemory(memory, member));
  port.on('message', ({ slot, from, length, final }: ScanJob) => {
    let answer: CrewAnswer<StretchFindings>;
    try {
      answer = { result: findInStretch(reader, bytes[slot]!, from, length, final) };
    } catch (error) {
      answer = failedAnswer(error);
    }
    port.postMessage(answer);
  });
}
