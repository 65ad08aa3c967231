// One owner at a time for a folder, also when the last owner was killed and could not give it back.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf, isAlive, pause } from './process-table.mjs';

/** @typedef {import('./process-table.mjs').ProcessIdentity} ProcessIdentity */

/** The folder belongs to another process that is alive. */
export class FolderInUse extends Error {
  code = 'folder.in-use';
  /** @param {string} file @param {ProcessIdentity} owner */
  constructor(file, owner) {
    super(
      `This folder is in use by another Clearway (process ${owner.pid}). Wait until it has ended, or end it with Ctrl-C, and start again.`,
    );
    this.name = 'FolderInUse';
    this.file = file;
    this.owner = owner;
  }
}

/** @param {string} file @returns {ProcessIdentity | undefined} */
export function ownerOf(file) {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    return typeof owner.pid === 'number' ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function tryToTake(file) {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, JSON.stringify(identityOf(process.pid)));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock, waiting for an owner that is still there at most so long.
 * @param {string} file @param {{ waitMs?: number, onWait?: () => void }} [options] @returns {Promise<() => void>} gives it back
 * @throws FolderInUse
 */
export async function takeLock(file, { waitMs = 0, onWait } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const until = performance.now() + waitMs;
  for (let told = false; ; ) {
    if (tryToTake(file)) break;
    const owner = ownerOf(file);
    if (owner && isAlive(owner)) {
      if (performance.now() >= until) throw new FolderInUse(file, owner);
      if (!told) onWait?.();
      told = true;
      await pause(100);
      continue;
    }
    if (!owner) await pause(50); // just made and not yet written, or torn by a full disk: look once more
    const now = ownerOf(file);
    if (now && isAlive(now)) continue;
    // Moved aside first, so that of two who saw the same dead owner only one removes its lock.
    const aside = `${file}.${process.pid}`;
    try {
      renameSync(file, aside);
      const moved = ownerOf(aside);
      if (moved && isAlive(moved)) renameSync(aside, file);
      else rmSync(aside, { force: true });
    } catch {
      // the other one was first
    }
  }
  const release = () => {
    if (ownerOf(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}
