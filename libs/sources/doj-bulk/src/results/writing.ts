import { writeSync } from 'node:fs';
import { ResultsNotWrittenError } from '../errors';

/** Writes all of the bytes; a full disk is said in plain words. */
export function writeAll(handle: number, bytes: Uint8Array, what: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done);
  } catch (error) {
    throw notWritten(error, what);
  }
}

/** The error of a write in words that say what to do. */
export function notWritten(error: unknown, what: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ResultsNotWrittenError('results.disk-full', `The disk is full: ${what} could not be written. Make room, or give a folder on another disk, and run again.`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EISDIR' || code === 'ENOTDIR')
    return new ResultsNotWrittenError('results.not-writable', `${what} could not be written (${code}). Give a folder that you may write to.`, { cause: error });
  return error instanceof Error ? error : new Error('writing failed');
}
