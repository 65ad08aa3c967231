import { parentPort, workerData } from 'node:worker_threads';
import { type CrewAnswer } from '../threads/worker-crew';
import { type RecordLimits } from '../bytes/record-scan';
import { RowReader } from '../rows/row-reader';
import { findInStretch, type StretchFindings } from './stretch-findings';

/** What a scanning worker starts with: the buffers that go round, and the limits of a record. */
export interface ScanWorkerData {
  readonly buffers: readonly SharedArrayBuffer[];
  readonly limits: RecordLimits;
}

export interface ScanJob {
  readonly slot: number;
  readonly from: number;
  readonly length: number;
  readonly final: boolean;
}

if (parentPort) {
  const port = parentPort;
  const { buffers, limits } = workerData as ScanWorkerData;
  const bytes = buffers.map((each) => Buffer.from(each));
  const reader = new RowReader(limits);
  port.on('message', ({ slot, from, length, final }: ScanJob) => {
    let answer: CrewAnswer<StretchFindings>;
    try {
      answer = { result: findInStretch(reader, bytes[slot]!, from, length, final) };
    } catch (error) {
      answer = { error: error instanceof Error ? error : new Error('scanning failed') };
    }
    port.postMessage(answer);
  });
}
