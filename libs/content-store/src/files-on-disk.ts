import { open, readdir } from 'node:fs/promises';
import { CodedError, PoisonError, TransientError } from '@clearway/platform';

/** Every byte is on the disk, as many as were announced, for the owner only. */
export async function secure(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size !== bytes)
      throw new CodedError(
        'content.size-differs',
        'a file that was written for the content store has another length than was written',
        'bug',
      );
    await file.chmod(0o600);
    await file.sync();
  } catch (error) {
    throw diskError(error);
  } finally {
    await file.close();
  }
}

/** The names in the folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The names in a folder; none when there is no folder. */
export async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** A file that is not there is poison: nobody will bring it back. */
export function missing(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  return new PoisonError(
    'content.missing',
    'a file is not in the content store: it was purged, or another store is configured',
  );
}

/** A full disk is worth trying again. */
export function diskError(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error;
  return new TransientError('disk.full', 'the disk of the content store is full: free some space and try again');
}
