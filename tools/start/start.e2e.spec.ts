// Real here: the whole start with PostgreSQL and nats-server; the services and the client are fakes.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descriptionOf } from './addresses.mjs';
import { gatewayHere } from './gateway-here.mjs';

const FAKE = join(__dirname, 'fixture', 'fake-start.mjs');
const WORKSPACE = join(__dirname, '..', '..');

jest.setTimeout(120_000);

class Started {
  output = '';
  private waiting: (() => void) | undefined;
  readonly ended: Promise<number>;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (data) => {
        this.output += String(data);
        this.waiting?.();
      });
    }
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        this.waiting?.();
        resolve(code ?? (signal === 'SIGKILL' ? 137 : 1));
      }),
    );
  }

  async says(words: string): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.child.exitCode !== null) throw new Error(`It ended without saying "${words}":\n${this.output}`);
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }
}

/** One folder for all of them: that it works again after everything that was done to it is the point. */
const HOME = mkdtempSync(join(tmpdir(), 'clearway-start-'));
const children: ChildProcess[] = [];

function startIn(home: string, args: readonly string[] = [], env: Record<string, string> = {}): Started {
  // No terminal, no standard input, and servers of its own whatever the tests run against.
  const child = spawn(process.execPath, [FAKE, home, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', NATS_URL: '', ...env },
  });
  children.push(child);
  return new Started(child);
}

/** Everything that still runs and names the folder on its command line. */
function leftIn(home: string): number[] {
  const lines = spawnSync('ps', ['-axww', '-o', 'pid=,state=,args='], { encoding: 'utf8' }).stdout.split('\n');
  return lines
    .filter((line) => line.includes(home) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number(line.trim().split(' ')[0]));
}

async function untilNothingIsLeft(home: string): Promise<number[]> {
  for (let look = 0; look < 200 && leftIn(home).length > 0; look += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return leftIn(home);
}

function servicePids(home: string): number[] {
  return (JSON.parse(readFileSync(join(home, 'services.json'), 'utf8')) as { pid: number }[]).map(({ pid }) => pid);
}

const lives = (pid: number): boolean =>
  spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .replace(/^Z.*/, '') !== '';

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const pid of leftIn(HOME)) process.kill(pid, 'SIGKILL');
  rmSync(HOME, { recursive: true, force: true });
});

/** How many runs the database has seen; each fake client adds one. */
let runs = 0;

function expectOneMoreRun(started: Started): void {
  runs += 1;
  expect(started.output).toContain(`runs so far: ${runs}\n`);
}

describe('npm start', () => {
  beforeAll(() => chmodSync(HOME, 0o711));

  it('--once ends by itself, leaves nothing running, and the next start finds what was stored', async () => {
    const home = HOME;
    for (let time = 1; time <= 2; time += 1) {
      const started = startIn(home, ['--once']);
      expect(await started.ended).toBe(0);
      expectOneMoreRun(started);
      const url = /API: (http:\/\/127\.0\.0\.1:\d+) /.exec(started.output)?.[1] ?? '';
      expect(started.output).toContain(`(its description: ${descriptionOf(url)})`);
      expect(leftIn(home)).toEqual([]);
    }
  });

  it('ends everything on Ctrl-C, with exit code 0 once the run is finished', async () => {
    const home = HOME;
    const started = startIn(home);
    await started.says('Ctrl-C stops it');
    expectOneMoreRun(started);
    const services = servicePids(home);
    expect(services.map(lives)).toEqual([true, true]);
    expect(started.output).toContain(`API: ${gatewayHere(home)} (`);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(leftIn(home)).toEqual([]);
    expect(services.map(lives)).toEqual([false, false]);
  });

  it.each([
    ['starting the servers', 0],
    ['starting the servers', 80],
    ['starting the servers', 160],
    ['starting the servers', 400],
    ['starting the services', 0],
  ])('ends everything on Ctrl-C while it starts (%s, and %i ms)', async (words, milliseconds) => {
    const started = startIn(HOME);
    await started.says(words);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    started.child.kill('SIGINT');
    const code = await started.ended;
    // A quick machine may be done with the run before the later moments come.
    const done = started.output.includes('runs so far: ');
    if (done) runs += 1;
    expect(milliseconds > 0 && done ? [0, 130] : [130]).toContain(code);
    expect(leftIn(HOME)).toEqual([]);
  });

  it('starts again after SIGKILL, and what it left behind ends', async () => {
    const home = HOME;
    const first = startIn(home);
    await first.says('Ctrl-C stops it');
    expectOneMoreRun(first);
    const services = servicePids(home);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = startIn(home, ['--once']);
    expect(await second.ended).toBe(0);
    expectOneMoreRun(second);
    expect(await untilNothingIsLeft(home)).toEqual([]);
    expect(services.map(lives)).toEqual([false, false]);
  });

  it('starts again after SIGKILL of every process at once', async () => {
    const home = HOME;
    const first = startIn(home);
    await first.says('Ctrl-C stops it');
    expectOneMoreRun(first);
    for (const pid of [...servicePids(home), ...leftIn(home)])
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // Some end by themselves when they see that the others are gone.
        expect(error).toMatchObject({ code: 'ESRCH' });
      }
    await first.ended;
    const second = startIn(home, ['--once']);
    expect(await second.ended).toBe(0);
    expectOneMoreRun(second);
  });

  it('starts again after SIGKILL of npm alone, which tells nobody', async () => {
    const home = HOME;
    const npm = `require('node:child_process').spawn('sh', ['-c', '"$0" "$1" "$2"; true', process.execPath, ${JSON.stringify(FAKE)}, ${JSON.stringify(home)}], { stdio: 'inherit' })`;
    const child = spawn(process.execPath, ['-e', npm], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', NATS_URL: '', npm_lifecycle_event: 'start' },
    });
    children.push(child);
    const first = new Started(child);
    await first.says('Ctrl-C stops it');
    expectOneMoreRun(first);
    child.kill('SIGKILL');
    const second = startIn(home, ['--once']);
    expect(await second.ended).toBe(0);
    expectOneMoreRun(second);
  });

  it('starts a service again that was killed', async () => {
    const home = HOME;
    const started = startIn(home);
    await started.says('Ctrl-C stops it');
    expectOneMoreRun(started);
    process.kill(servicePids(home)[0]!, 'SIGKILL');
    await started.says('is started again');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('refuses a second start in a folder that is in use, in one line', async () => {
    const home = HOME;
    const first = startIn(home);
    await first.says('Ctrl-C stops it');
    expectOneMoreRun(first);
    const second = startIn(home, ['--once']);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(/^This folder is in use by another Clearway \(process \d+\)\.[^\n]+$/m);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('works around a busy port', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const port = (busy.address() as { port: number }).port;
    const started = startIn(HOME, ['--once'], { FAKE_WISHED_PORT: String(port) });
    expect(await started.ended).toBe(0);
    expectOneMoreRun(started);
    expect(started.output).not.toContain(`http://127.0.0.1:${port} `);
    await new Promise((resolve) => busy.close(resolve));
  });

  it('hands on the exit code of a run that failed', async () => {
    const started = startIn(HOME, [], { FAKE_EXIT_CODE: '3' });
    expect(await started.ended).toBe(3);
    expectOneMoreRun(started);
  });

  it('says what is wrong with a file in one line, before anything is started', () => {
    const home = HOME;
    const { status, stderr } = spawnSync(
      process.execPath,
      [FAKE, home, join(WORKSPACE, 'package.json'), '--county', 'FRESNO'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(3);
    expect(stderr).toMatch(/^[^\n]*is not a state file[^\n]*\n$/);
  });
});
