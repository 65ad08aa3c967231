// Real here: PostgreSQL, nats-server and the keeper process, each in a new folder.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from 'nats';
import { Client } from 'pg';
import { abandonedFolders } from './postgres-binaries.mjs';
import { hasEnded, identityOf, isAlive, markOf, processesIn, processesOf } from './process-table.mjs';

interface Facts {
  readonly pid: number;
  readonly port: number;
  readonly log: string;
}
interface Ready {
  readonly event: string;
  readonly message?: string;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly postgres: Facts;
  readonly nats: Facts;
}

const folders: string[] = [];
const keepers: ChildProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-servers-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

class Keeper {
  private readonly heard: Ready[] = [];
  private waiting: (() => void) | undefined;
  readonly ended: Promise<void>;

  constructor(readonly child: ChildProcess) {
    keepers.push(child);
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.heard.push(JSON.parse(line) as Ready);
      this.waiting?.();
    });
    this.ended = new Promise((resolve) => child.once('close', () => resolve()));
  }

  async next(event: string): Promise<Ready> {
    for (;;) {
      const found = this.heard.findIndex((one) => one.event === event || one.event === 'failed');
      if (found >= 0) return this.heard.splice(found, 1)[0]!;
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  say(line: string): void {
    this.child.stdin!.write(`${line}\n`);
  }

  async stop(): Promise<void> {
    this.child.stdin!.end();
    await this.ended;
  }
}

const keep = (home: string): Keeper =>
  new Keeper(
    spawn(process.execPath, [join(__dirname, 'serve.mjs'), '--home', home], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Servers that run with a folder on their command line. */
function serversOf(home: string): string[] {
  return spawnSync('ps', ['-axww', '-o', 'state=,args='], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(home) && !line.startsWith('Z') && !line.includes('serve.mjs'));
}

/** A folder whose servers were made and stopped in good order. */
async function stopped(home: string): Promise<void> {
  const keeper = keep(home);
  await keeper.next('ready');
  await keeper.stop();
}

afterAll(() => {
  for (const folder of folders) for (const pid of processesOf('nats-server', join(folder, 'nats', 'nats.conf'))) process.kill(pid, 'SIGKILL');
  for (const child of keepers) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(120_000);

describe('the servers of a folder', () => {
  it('come up on the loopback address, durable, with order by code unit and nothing of a row in their logs', async () => {
    const home = newFolder();
    const keeper = keep(home);
    const { databaseUrl, natsUrl, postgres, nats } = await keeper.next('ready');
    const settings = await query(
      databaseUrl,
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync','synchronous_commit','listen_addresses','log_min_error_statement','log_error_verbosity','log_parameter_max_length_on_error','server_encoding','lc_collate','log_statement')",
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      log_parameter_max_length_on_error: '0',
      server_encoding: 'UTF8',
      log_statement: 'none',
    });
    expect(await query(databaseUrl, 'SELECT datcollate FROM pg_database WHERE datname = current_database()')).toEqual([
      { datcollate: 'C' },
    ]);

    await expect(query(databaseUrl, "SELECT 'Zebulon Quartermain'::date")).rejects.toThrow('Zebulon');
    const connection = await connect({ servers: natsUrl });
    const manager = await connection.jetstreamManager();
    await manager.streams.add({ name: 'planted', subjects: ['planted.>'] });
    await connection.jetstream().publish('planted.one', new TextEncoder().encode('Zebulon Quartermain'));
    await connection.close();
    await keeper.stop();
    for (const { log } of [postgres, nats]) {
      expect(readFileSync(log, 'utf8').length).toBeGreaterThan(0);
      expect(readFileSync(log, 'utf8')).not.toContain('Zebulon');
    }
    for (const { pid } of [postgres, nats]) expect(markOf(pid)).toBeUndefined();
  });

  it('keep what was stored, through SIGKILL of the keeper and both servers at once', async () => {
    const home = newFolder();
    const first = keep(home);
    const before = await first.next('ready');
    await query(before.databaseUrl, 'CREATE TABLE kept AS SELECT 7 AS seven');
    const busy = new Client({ connectionString: before.databaseUrl });
    busy.on('error', () => {});
    await busy.connect();
    busy.query('SELECT pg_sleep(60)').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const pid of [Number(first.child.pid), before.postgres.pid, before.nats.pid]) process.kill(pid, 'SIGKILL');

    const second = keep(home);
    const after = await second.next('ready');
    expect(await query(after.databaseUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();
  });

  it('end when whoever keeps them is killed and leaves them behind', async () => {
    const home = newFolder();
    const first = keep(home);
    const before = await first.next('ready');
    const left = [identityOf(before.postgres.pid), identityOf(before.nats.pid)];
    first.child.kill('SIGKILL');
    await first.ended;
    const second = keep(home);
    const after = await second.next('ready');
    for (const identity of left) expect(await hasEnded(identity, 5_000)).toBe(true);
    expect(after.postgres.pid).not.toBe(before.postgres.pid);
    await second.stop();
  });

  it.each([60, 200, 350, 500, 800, 1_200])('are stopped with their keeper also while they are being started (after %i ms)', async (milliseconds) => {
    const home = newFolder();
    if (milliseconds > 60) await stopped(home); // a folder that has its data already starts fast: more moments are hit
    const keeper = keep(home);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await keeper.stop();
    expect(serversOf(home)).toEqual([]);
  });

  it('end every nats-server that stands on the store of their folder, also one that no note names', async () => {
    const home = newFolder();
    const first = keep(home);
    const before = await first.next('ready');
    first.child.kill('SIGKILL');
    process.kill(before.postgres.pid, 'SIGKILL');
    await first.ended;
    rmSync(join(home, 'servers.json'));
    const left = identityOf(before.nats.pid);
    expect(isAlive(left)).toBe(true);
    const second = keep(home);
    await second.next('ready');
    expect(isAlive(left)).toBe(false);
    await second.stop();
  });

  it('are named truly by servers.json after one was killed and started again, and are stopped also while one is', async () => {
    const home = newFolder();
    const named = (name: string): number | undefined => (JSON.parse(readFileSync(join(home, 'servers.json'), 'utf8')) as Record<string, { pid?: number }>)[name]?.pid;
    const keeper = keep(home);
    await keeper.next('ready');
    for (const name of ['postgres', 'nats'] as const) {
      keeper.say(`kill ${name}`);
      await keeper.next('exited');
      expect(named(name)).toBeUndefined();
      keeper.say(`start ${name}`);
      const started = (await keeper.next('started')) as unknown as Facts;
      expect(named(name)).toBe(started.pid);
    }
    for (const name of ['postgres', 'nats']) keeper.say(`kill ${name}`);
    for (let ended = 0; ended < 2; ended += 1) await keeper.next('exited');
    for (const name of ['postgres', 'nats']) keeper.say(`start ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await keeper.stop();
    expect(serversOf(home)).toEqual([]);
  });

  it('are killed and started again on their old ports when told so', async () => {
    const keeper = keep(newFolder());
    const before = await keeper.next('ready');
    for (const name of ['postgres', 'nats'] as const) {
      keeper.say(`kill ${name}`);
      await keeper.next('exited');
      // Somebody has the port for a moment.
      const other = createServer().listen(before[name].port, '127.0.0.1');
      await once(other, 'listening');
      keeper.say(`start ${name}`);
      setTimeout(() => other.close(), 700);
      const again = await keeper.next('started');
      expect((again as unknown as Facts).port).toBe(before[name].port);
    }
    expect(await query(before.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await keeper.stop();
  });

  it('have one keeper at a time: a second one waits until the first has ended', async () => {
    const home = newFolder();
    const first = keep(home);
    const { postgres } = await first.next('ready');
    const left = identityOf(postgres.pid);
    const second = keep(home);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(isAlive(left)).toBe(true);
    await first.stop();
    expect((await second.next('ready')).postgres.pid).not.toBe(postgres.pid);
    expect(isAlive(left)).toBe(false);
    await second.stop();
  });

  const root = process.getuid?.() === 0;
  if (root)
    it('come up for root in a folder that only root can enter, and leave their data where the folder says', async () => {
      const closed = newFolder();
      const home = join(closed, 'clone', '.clearway');
      mkdirSync(home, { recursive: true });
      chmodSync(closed, 0o700);
      for (const expected of [[], [{ relname: 'kept' }]]) {
        const keeper = keep(home);
        const ready = await keeper.next('ready');
        expect(ready.message).toBeUndefined();
        expect(await query(ready.databaseUrl, "SELECT relname FROM pg_class WHERE relname = 'kept'")).toEqual(expected);
        await query(ready.databaseUrl, 'CREATE TABLE IF NOT EXISTS kept (one int)');
        await keeper.stop();
      }
      const elsewhere =
        readdirSync(join(home, 'postgres')).includes('elsewhere') &&
        readFileSync(join(home, 'postgres', 'elsewhere'), 'utf8');
      expect(elsewhere).toBeTruthy();
      const place = ['/var/lib', '/usr/local/var', '/var/tmp', '/tmp']
        .map((parent) => join(parent, 'clearway', String(elsewhere)))
        .find((folder) => existsSync(folder));
      expect(place).toBeDefined();
      expect(processesIn(join(place!, 'cluster', 'data'), 'postgres')).toEqual([]);
      folders.push(place!);
      expect(abandonedFolders()).not.toContain(place);
      rmSync(closed, { recursive: true });
      expect(abandonedFolders()).toContain(place);
      expect(dirname(place!)).not.toContain(closed);
    });
});
