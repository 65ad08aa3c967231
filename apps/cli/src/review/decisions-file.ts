import { open, readFile, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type DraftDecision, type Recorded, recordDecisions, type Recorder } from '@clearway/review';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';

/** The text of a decisions file; '' when there is none yet. */
export async function decisionsText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
}

/** Who sits at this machine, and when. */
export function recorder(now = new Date()): Recorder {
  const day = now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
  return { by: userInfo().username, at: now.toISOString(), day };
}

/**
 * Appends decisions to the file, readable by its owner only. One at a time: two that append together would break the
 * chain of its lines.
 */
export async function appendDecisions(path: string, drafts: readonly DraftDecision[]): Promise<Recorded> {
  const lock = await open(`${path}.lock`, 'wx', 0o600).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
    throw new CliError(
      'decisions.locked',
      `${path}: somebody else is adding decisions. Wait until they are done; if nobody is, remove ${path}.lock.`,
    );
  });
  try {
    const recorded = recordDecisions(await decisionsText(path), drafts, recorder());
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
