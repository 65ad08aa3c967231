import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOKED_EVERY_MILLISECONDS = 5;
/** Whoever marked it so long ago was killed: removing a file takes no time. */
const STALE_MILLISECONDS = 60_000;

/**
 * Files that are perhaps being removed, a mark for each, so that nobody counts on one that goes. Who removes marks first and looks for pins
 * then; who needs the file pins first and looks for marks then: one of the two sees the other, also from another process.
 */
export class Leaving {
  constructor(private readonly folder: string) {}

  /** Runs `remove` while the files are marked. */
  async while<Result>(hashes: readonly string[], remove: () => Promise<Result>): Promise<Result> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    try {
      for (const sha256 of hashes) await (await open(this.markOf(sha256), 'w', 0o600)).close();
      return await remove();
    } finally {
      for (const sha256 of hashes) await rm(this.markOf(sha256), { force: true });
    }
  }

  /** Waits until nobody is removing the file: it is gone then, or stays. */
  async over(sha256: string): Promise<void> {
    while (await this.isMarked(sha256)) await setTimeout(LOOKED_EVERY_MILLISECONDS);
  }

  private async isMarked(sha256: string): Promise<boolean> {
    const since = await stat(this.markOf(sha256)).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    return since !== undefined && Date.now() - since < STALE_MILLISECONDS;
  }

  private markOf(sha256: string): string {
    return join(this.folder, sha256);
  }
}
