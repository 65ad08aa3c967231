import { CodedError, TransientError, failureCodeOf, startWorker } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { on } from 'node:events';
import { type WritingEvent, type WritingTask, type WrittenLetters } from './writing.messages';

/** Writes the letters of a run in a worker thread. */
@Injectable()
export class Writing {
  async write(task: WritingTask, signal: AbortSignal, onProgress: (done: number) => void): Promise<WrittenLetters> {
    const worker = startWorker(__dirname, 'writing.worker', task);
    const died = new AbortController();
    // A thread that could not even be loaded, or threw where nobody catches, fails in the same way each time.
    worker.on('error', (error: NodeJS.ErrnoException) =>
      died.abort(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? undefined
          : new CodedError(
              `writing.thread-failed.${failureCodeOf(error)}`,
              'the thread failed outside of its work',
              'bug',
            ),
      ),
    );
    worker.on('exit', () => setImmediate(() => died.abort()));
    try {
      for await (const [event] of on(worker, 'message', {
        signal: AbortSignal.any([signal, died.signal]),
      }) as AsyncIterable<[WritingEvent]>) {
        if (event.kind === 'failed') throw new CodedError(event.code, event.message, event.failure);
        if (event.kind === 'written') return event.written;
        onProgress(event.done);
      }
      throw new CodedError('writing.no-end', 'the writing thread stopped telling', 'bug');
    } catch (error) {
      signal.throwIfAborted();
      if (died.signal.reason instanceof CodedError) throw died.signal.reason;
      if (died.signal.aborted && !(error instanceof CodedError))
        throw new TransientError(
          'writing.thread-died',
          'the writing thread ended before it was done: the letters are written again',
        );
      throw error;
    } finally {
      await worker.terminate();
    }
  }
}
