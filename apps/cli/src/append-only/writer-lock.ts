import { randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errorCodeOf } from '../exit-codes';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

/**
 * One writer at a time: a file that only one can make. A lock whose process has died on this machine is taken over; whoever takes it
 * over first makes a file named after that very lock, so that two never take over the same one.
 */
export class WriterLock {
  private constructor(private readonly path: string) {}

  /** Gives undefined while somebody else writes, or where nobody can tell whether the holder still lives. */
  static async take(path: string): Promise<WriterLock | undefined> {
    if (await make(path)) return new WriterLock(path);
    const holder = await holderOf(path);
    if (holder && holder.host === hostname() && !isAlive(holder.pid) && (await takenOver(path, holder)))
      return new WriterLock(path);
    return undefined;
  }

  async release(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

async function make(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      const holder: Holder = { pid: process.pid, host: hostname(), id: randomUUID() };
      await file.writeFile(JSON.stringify(holder));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Only the holder of the claim may remove the lock with this id, and only while it still stands. */
async function takenOver(path: string, dead: Holder): Promise<boolean> {
  const claim = `${path}.${dead.id}`;
  if (!(await make(claim))) return false;
  try {
    if ((await holderOf(path))?.id !== dead.id) return false;
    await rm(path, { force: true });
    return await make(path);
  } finally {
    await rm(claim, { force: true });
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const { pid, host, id } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
      ? { pid, host, id }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}
