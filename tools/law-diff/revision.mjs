// Another revision of this repository, checked out, with the packages at hand, and built; gone afterwards.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';

/** The revision cannot be had. */
export class RevisionError extends Error {
  code = 'revision.unknown';
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'RevisionError';
  }
}

/** @param {string} root @param {string[]} args */
const git = (root, args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * @template Result
 * @param {string} root @param {string} revision @param {(root: string) => Promise<Result>} use
 * @returns {Promise<Result>}
 * @throws RevisionError
 */
export async function withRevision(root, revision, use) {
  let commit;
  try {
    commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch {
    throw new RevisionError(
      `${revision}: git knows no such revision here. Give a branch, a tag or a commit, such as "main" or "HEAD~1".`,
    );
  }
  const folder = join(mkdtempSync(join(tmpdir(), 'clearway-law-diff-')), 'base');
  try {
    git(root, ['worktree', 'add', '--detach', '--force', folder, commit]);
    // No network: the packages of the working tree serve both.
    if (!existsSync(join(folder, 'node_modules')))
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    await build(folder);
    return await use(folder);
  } finally {
    try {
      git(root, ['worktree', 'remove', '--force', folder]);
    } catch {
      rmSync(folder, { recursive: true, force: true });
      git(root, ['worktree', 'prune']);
    }
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
}
