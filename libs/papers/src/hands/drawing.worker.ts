import { parentPort, type TransferListItem, workerData } from 'node:worker_threads';
import { openForms } from '../packet/opened-forms';
import { type DrawJob, type DrawJobResult, runDrawJob } from './draw-job';
import { type DrawingAnswer, type DrawingThreadData } from './drawing-threads';

if (parentPort) {
  const port = parentPort;
  const opened = openForms((workerData as DrawingThreadData).forms);
  // Whoever waits for it is told; nobody may yet.
  opened.catch(() => undefined);
  port.on('message', (job: DrawJob) => {
    void answer(job, opened).then((said) => port.postMessage(said, 'result' in said ? buffersOf(said.result) : []));
  });
}

async function answer(job: DrawJob, opened: ReturnType<typeof openForms>): Promise<DrawingAnswer> {
  try {
    return { result: runDrawJob(job, {}, await opened) };
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: unknown };
    return { failed: String(code ?? name ?? 'unknown') };
  }
}

/** The bytes of finished files move and are not copied. */
function buffersOf({ drawn, volumes }: DrawJobResult): TransferListItem[] {
  const files = [...volumes, ...drawn.flatMap((each) => (each.released ? each.files : []))];
  const whole = files.filter(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength);
  return [...new Set(whole.map(({ bytes }) => bytes.buffer as ArrayBuffer))];
}
