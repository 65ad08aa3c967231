import { Injectable } from '@nestjs/common';
import { on } from 'node:events';
import { CodedError, TransientError, failureCodeOf, startWorker } from '@clearway/platform';
import { type ReadingEvent, type ReadingTask } from './reading.messages';

/** Reads the inputs of a run in a worker thread, a few batches ahead of whoever takes them. */
@Injectable()
export class Reading {
  /** The events in order; a failure of the thread is thrown. Leaving the loop early ends the thread. */
  async *events(task: ReadingTask, signal: AbortSignal): AsyncGenerator<Exclude<ReadingEvent, { kind: 'failed' }>> {
    const worker = startWorker(__dirname, 'reading.worker', task);
    const died = new AbortController();
    // A thread that could not even be loaded, or threw where nobody catches, fails in the same way each time. Only its code is told: its words may be about a person.
    worker.on('error', (error: NodeJS.ErrnoException) =>
      died.abort(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? undefined
          : new CodedError(
              `reading.thread-failed.${failureCodeOf(error)}`,
              'the thread failed outside of its work',
              'bug',
            ),
      ),
    );
    worker.on('exit', () => setImmediate(() => died.abort()));
    try {
      for await (const [event] of on(worker, 'message', {
        signal: AbortSignal.any([signal, died.signal]),
      }) as AsyncIterable<[ReadingEvent]>) {
        if (event.kind === 'failed') throw new CodedError(event.code, event.message, event.failure);
        yield event;
        if (event.kind === 'end') return;
        if (event.kind === 'batch') worker.postMessage('stored');
      }
    } catch (error) {
      signal.throwIfAborted();
      if (died.signal.reason instanceof CodedError) throw died.signal.reason;
      if (died.signal.aborted && !(error instanceof CodedError))
        throw new TransientError(
          'reading.thread-died',
          'the reading thread ended before it was done: the run is read again',
        );
      throw error;
    } finally {
      await worker.terminate();
    }
  }
}
