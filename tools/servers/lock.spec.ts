import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerOf, takeLock } from './lock.mjs';
import { identityOf } from './process-table.mjs';

describe('the lock of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-lock-'));
  const file = join(folder, 'test.lock');
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('belongs to one owner until it is given back', async () => {
    const release = await takeLock(file);
    await expect(takeLock(file)).rejects.toMatchObject({ code: 'folder.in-use' });
    release();
    expect(existsSync(file)).toBe(false);
    (await takeLock(file))();
  });

  it('says who has it and what to do', async () => {
    const release = await takeLock(file);
    await expect(takeLock(file)).rejects.toThrow(`process ${process.pid}`);
    release();
  });

  it('waits for an owner that is about to give it back', async () => {
    const release = await takeLock(file);
    const waited = jest.fn();
    setTimeout(release, 150);
    (await takeLock(file, { waitMs: 5_000, onWait: waited }))();
    expect(waited).toHaveBeenCalledTimes(1);
  });

  it('is taken from an owner that is dead', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, JSON.stringify({ pid: dead, mark: 'of a process that has ended' }));
    const release = await takeLock(file);
    expect(ownerOf(file)?.pid).toBe(process.pid);
    release();
  });

  it('is taken from an owner whose process id is used again by another process', async () => {
    writeFileSync(file, JSON.stringify({ ...identityOf(process.pid), mark: 'of an earlier process' }));
    (await takeLock(file))();
  });

  it('is taken when a full disk left it torn', async () => {
    writeFileSync(file, '{"pid":');
    (await takeLock(file))();
  });
});
