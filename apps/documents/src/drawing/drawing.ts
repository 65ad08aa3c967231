import { CodedError, TransientError, failureCodeOf, startWorker } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { on } from 'node:events';
import { type DrawingEvent, type DrawingTask, type DrawnRun } from './drawing.messages';

/** Draws a run in a worker thread, so that acknowledgements, health and cancellation stay alive. */
@Injectable()
export class Drawing {
  async draw(
    task: DrawingTask,
    signal: AbortSignal,
    onProgress: (event: Extract<DrawingEvent, { kind: 'progress' }>) => void,
  ): Promise<DrawnRun> {
    const worker = startWorker(__dirname, 'drawing.worker', task);
    const died = new AbortController();
    // A thread that could not even be loaded, or threw where nobody catches, fails in the same way each time.
    worker.on('error', (error: NodeJS.ErrnoException) =>
      died.abort(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? undefined
          : new CodedError(
              `drawing.thread-failed.${failureCodeOf(error)}`,
              'the thread failed outside of its work',
              'bug',
            ),
      ),
    );
    worker.on('exit', () => setImmediate(() => died.abort()));
    try {
      for await (const [event] of on(worker, 'message', {
        signal: AbortSignal.any([signal, died.signal]),
      }) as AsyncIterable<[DrawingEvent]>) {
        if (event.kind === 'failed') throw new CodedError(event.code, event.message, event.failure);
        if (event.kind === 'drawn') return event.drawn;
        onProgress(event);
      }
      throw new CodedError('drawing.no-end', 'the drawing thread stopped telling', 'bug');
    } catch (error) {
      signal.throwIfAborted();
      if (died.signal.reason instanceof CodedError) throw died.signal.reason;
      if (died.signal.aborted && !(error instanceof CodedError))
        throw new TransientError(
          'drawing.thread-died',
          'the drawing thread ended before it was done: the run is drawn again',
        );
      throw error;
    } finally {
      await worker.terminate();
    }
  }
}
