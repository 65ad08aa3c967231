import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { endProcess, hasEnded, identityOf, isAlive, markOf, processesIn } from './process-table.mjs';

describe('the table of processes', () => {
  it('knows a living process by its id and its start', () => {
    const me = identityOf(process.pid);
    expect(isAlive(me)).toBe(true);
    expect(isAlive({ ...me, mark: 'of another process' })).toBe(false);
  });

  it('ends a process that does not want to end', async () => {
    const child = spawn(
      process.execPath,
      ['-e', "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1e6)"],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const identity = identityOf(Number(child.pid));
    await endProcess(identity, [
      ['SIGTERM', 200],
      ['SIGKILL', 5_000],
    ]);
    expect(await hasEnded(identity, 0)).toBe(true);
    expect(markOf(identity.pid)).toBeUndefined();
  });

  it('finds a program by the folder that it stands in', async () => {
    const child = spawn('sleep', ['30'], { cwd: realpathSync(tmpdir()) });
    await new Promise((resolve) => child.once('spawn', resolve));
    for (let look = 0; look < 40 && !processesIn(tmpdir(), 'sleep').includes(Number(child.pid)); look += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(processesIn(tmpdir(), 'sleep')).toContain(child.pid);
    expect(processesIn(tmpdir(), 'postgres')).not.toContain(child.pid);
    child.kill('SIGKILL');
  });
});
