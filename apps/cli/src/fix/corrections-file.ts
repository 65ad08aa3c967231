import { open, readFile, rm } from 'node:fs/promises';
import { appendCorrections, type CorrectionEvent, type DraftCorrection, type DraftUndo } from '@clearway/record';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';
import { recorder } from '../review/decisions-store';

/** The text of a corrections file; '' when there is none yet. */
export async function correctionsText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
}

/**
 * Appends corrections to the file, readable by its owner only. One at a time: two that append together would break the
 * chain of its lines.
 */
export async function storeCorrections(
  path: string,
  drafts: readonly (DraftCorrection | DraftUndo)[],
): Promise<{ readonly events: readonly CorrectionEvent[]; readonly known: number }> {
  const lock = await open(`${path}.lock`, 'wx', 0o600).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
    throw new CliError(
      'corrections.locked',
      `${path}: somebody else is adding corrections. Wait until they are done; if nobody is, remove ${path}.lock.`,
    );
  });
  try {
    const recorded = appendCorrections(await correctionsText(path), drafts, recorder());
    if (recorded.text === '') return recorded;
    const file = await open(path, 'a', 0o600);
    try {
      await file.writeFile(recorded.text);
      await file.sync();
    } finally {
      await file.close();
    }
    return recorded;
  } finally {
    await lock.close();
    await rm(`${path}.lock`, { force: true });
  }
}
