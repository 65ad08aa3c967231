import { Injectable } from '@nestjs/common';
import { on } from 'node:events';
import { CodedError, TransientError, startWorker } from '@clearway/platform';
import { type ReadingEvent, type ReadingTask } from './reading.messages';

/** Reads the inputs of a run in a worker thread, a few batches ahead of whoever takes them. */
@Injectable()
export class Reading {
  /** The events in order; a failure of the thread is thrown. Leaving the loop early ends the thread. */
  async *events(task: ReadingTask, signal: AbortSignal): AsyncGenerator<Exclude<ReadingEvent, { kind: 'failed' }>> {
    const worker = startWorker(__dirname, 'reading.worker', task);
    const died = new AbortController();
    worker.on('error', () => died.abort());
    worker.on('exit', () => setImmediate(() => died.abort()));
    try {
      for await (const [event] of on(worker, 'message', { signal: AbortSignal.any([signal, died.signal]) }) as AsyncIterable<[ReadingEvent]>) {
        if (event.kind === 'failed') throw new CodedError(event.code, event.message, event.failure);
        yield event;
        if (event.kind === 'end') return;
        if (event.kind === 'batch') worker.postMessage('stored');
      }
    } catch (error) {
      signal.throwIfAborted();
      if (died.signal.aborted && !(error instanceof CodedError)) throw new TransientError('reading.thread-died', 'the reading thread ended before it was done: the run is read again');
      throw error;
    } finally {
      await worker.terminate();
    }
  }
}
