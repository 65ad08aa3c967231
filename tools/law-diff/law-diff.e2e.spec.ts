import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

// Real: git, a second checkout and its build. No network.
describe('npm run law:diff', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-law-diff-spec-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lawDiff = (...args: string[]): string =>
    execFileSync(process.execPath, [join(ROOT, 'tools', 'law-diff', 'run.mjs'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const worktrees = (): string => execFileSync('git', ['worktree', 'list'], { cwd: ROOT, encoding: 'utf8' });

  it('builds the other revision, decides the cases with both, writes the list and leaves no checkout behind', () => {
    const before = worktrees();
    const csv = join(folder, 'list.csv');
    const text = lawDiff('HEAD', '--csv', csv);
    expect(text).toMatch(/Cases: +\d+ of \d+ move\./);
    expect(text).toMatch(/Situations: +\d+ of \d+ move/);
    expect(readFileSync(csv, 'utf8')).toMatch(/^Kind,What,How Many,Before: Outcome/);
    expect(worktrees()).toBe(before);
  }, 120_000);

  it('says that git does not know the revision', () => {
    const csv = join(folder, 'none.csv');
    expect(() => lawDiff('no-such-revision', '--csv', csv)).toThrow(/git knows no such revision here/);
    expect(existsSync(csv)).toBe(false);
  }, 120_000);
});
