import { parentPort, type TransferListItem } from 'node:worker_threads';
import { type DrawJob, type DrawJobResult, runDrawJob } from './draw-job';
import { type DrawingAnswer } from './drawing-threads';

if (parentPort) {
  const port = parentPort;
  port.on('message', (job: DrawJob) => {
    try {
      const result = runDrawJob(job);
      port.postMessage({ result } satisfies DrawingAnswer, buffersOf(result));
    } catch (error) {
      const { code, name } = error as { code?: unknown; name?: unknown };
      port.postMessage({ failed: String(code ?? name ?? 'unknown') } satisfies DrawingAnswer);
    }
  });
}

/** The bytes of finished files move and are not copied. */
function buffersOf({ drawn, volumes }: DrawJobResult): TransferListItem[] {
  const files = [...volumes, ...drawn.flatMap((each) => (each.released ? each.files : []))];
  const whole = files.filter(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength);
  return [...new Set(whole.map(({ bytes }) => bytes.buffer as ArrayBuffer))];
}
