// The embedded PostgreSQL of one folder, driven by its own programs.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { LOOPBACK, freePort } from './ports.mjs';
import { mayUse, outsideFolder, postgresBinaries, runAs } from './postgres-binaries.mjs';
import { endProcess, identityOf, pause, processesIn } from './process-table.mjs';

/** @typedef {import('./postgres-binaries.mjs').RunAs} RunAs */

const USER = 'clearway';
const DATABASE = 'clearway';

/**
 * Nothing of a row may reach the log: statements, parameters, details and even the text of an error (which can quote a
 * value) stay out; what the server says of itself (LOG and worse) stays in. fsync and synchronous_commit keep their
 * default, on: everything else rests on a commit that holds.
 */
const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: '',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_lock_waits: 'off',
  debug_print_parse: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  max_connections: '100',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  lc_messages: 'C',
};

/** PostgreSQL could not be made or started. */
export class PostgresFailed extends Error {
  code = 'servers.postgres-failed';
  /** @param {string} reason */
  constructor(reason) {
    super(`The embedded PostgreSQL did not start: ${reason}`);
    this.name = 'PostgresFailed';
  }
}

/**
 * The folder of the database: in the clone, or outside it when another user cannot get there. The clone then carries
 * the name of its folder, so that it finds its data again wherever it is moved.
 * @param {string} home @param {RunAs} user
 */
function placeOf(home, user) {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (user === undefined) return home;
  const pointer = join(home, 'elsewhere');
  if (!existsSync(pointer)) {
    chmodSync(home, 0o711);
    const inside = join(home, 'cluster');
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    chownSync(inside, user.uid, user.gid);
    if (mayUse(user, '-x', inside)) return home;
    rmSync(inside, { recursive: true, force: true });
    writeFileSync(pointer, randomUUID(), { mode: 0o600 });
  }
  const place = join(outsideFolder(), readFileSync(pointer, 'utf8').trim());
  mkdirSync(place, { recursive: true, mode: 0o711 });
  writeFileSync(join(place, 'belongs-to'), `${home}\n`, { mode: 0o600 });
  return place;
}

/** @param {string} text */
const lastWords = (text) => {
  const lines = text.trim().split('\n');
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|error):/i.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?\b(?:FATAL|PANIC):\s*/, '').replace(/^initdb: error:\s*/, '');
};

/** @param {{ bin: string, cluster: string, password: string, user: RunAs }} to */
function makeCluster({ bin, cluster, password, user }) {
  const fresh = `${cluster}/data.new`;
  rmSync(fresh, { recursive: true, force: true });
  const secret = join(cluster, 'password.initdb');
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  const as = {
    ...user,
    cwd: '/',
    encoding: /** @type {const} */ ('utf8'),
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  };
  try {
    const made = spawnSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${fresh}`,
        '--locale=C',
        '--encoding=UTF8',
        `--username=${USER}`,
        '--auth=scram-sha-256',
        `--pwfile=${secret}`,
      ],
      as,
    );
    if (made.error || made.status !== 0)
      throw new PostgresFailed(made.error?.message ?? lastWords(`${made.stdout}\n${made.stderr}`));
    const single = spawnSync(join(bin, 'postgres'), ['--single', '-D', fresh, '-c', 'exit_on_error=true', 'postgres'], {
      ...as,
      input: `CREATE DATABASE ${DATABASE} TEMPLATE template0;\n`,
    });
    if (single.error || single.status !== 0)
      throw new PostgresFailed(single.error?.message ?? lastWords(single.stderr));
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(fresh, join(cluster, 'data'));
}

/** Ends what an earlier start of this folder left behind: a postmaster that lives on, or backends without one. @param {string} data */
async function endOrphans(data) {
  const orphans = processesIn(data, 'postgres').map(identityOf);
  const postmaster = Number(
    existsSync(join(data, 'postmaster.pid')) ? readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] : NaN,
  );
  const first = orphans.find(({ pid }) => pid === postmaster);
  if (first)
    await endProcess(first, [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5_000],
    ]);
  await Promise.all(
    orphans.map((orphan) =>
      endProcess(orphan, [
        ['SIGQUIT', 3_000],
        ['SIGKILL', 5_000],
      ]),
    ),
  );
}

/** @param {string} data @param {import('node:child_process').ChildProcess} child */
async function untilReady(data, child) {
  // A start after a crash replays its log first: it may take as long as it needs while the process lives.
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    try {
      const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    } catch {
      // not written yet
    }
    await pause(25);
  }
}

/** @param {import('./process-table.mjs').ProcessIdentity} identity */
const end = (identity) =>
  endProcess(identity, [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);

/**
 * @param {{ home: string, port?: number, settings?: Record<string, string>, signal?: AbortSignal, onSpawn?: (identity: import('./process-table.mjs').ProcessIdentity, stop: () => Promise<void>) => void }} options
 * home: the folder of this server; port: wished for; signal: starts nothing more; onSpawn: a process is there that has to be ended
 */
export async function startPostgres({ home, port: wished, settings = {}, signal, onSpawn = () => {} }) {
  const user = runAs();
  const { bin, version } = postgresBinaries(user);
  const cluster = join(placeOf(home, user), 'cluster');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (user) chownSync(cluster, user.uid, user.gid);
  const data = join(cluster, 'data');
  const secret = join(dirname(cluster), 'password');
  if (!existsSync(data)) {
    writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    makeCluster({ bin, cluster, password: readFileSync(secret, 'utf8'), user });
  }
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made !== version.split('.')[0])
    throw new PostgresFailed(
      `the data in ${data} is of version ${made}, this PostgreSQL is ${version}. Move the folder away, or set DATABASE_URL.`,
    );
  const password = readFileSync(secret, 'utf8');
  const log = join(dirname(cluster), 'postgres.log');
  await endOrphans(data);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wished : undefined);
    const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    writeFileSync(`${log}.start`, '', { mode: 0o600 });
    const out = openSync(`${log}.start`, 'a');
    signal?.throwIfAborted();
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      ...user,
      cwd: '/',
      stdio: ['ignore', out, out],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    closeSync(out);
    const identity = identityOf(child.pid ?? 0);
    if (child.pid) onSpawn(identity, () => end(identity));
    const problem = await Promise.race([
      new Promise((resolve) => child.once('error', (error) => resolve(error.message))),
      untilReady(data, child).then((ready) => (ready ? undefined : readFileSync(`${log}.start`, 'utf8'))),
    ]);
    if (problem === undefined) {
      renameSync(`${log}.start`, log); // the server goes on writing to the same file
      return {
        name: 'postgres',
        url: `postgres://${USER}:${password}@${LOOPBACK}:${port}/${DATABASE}`,
        port,
        pid: identity.pid,
        identity,
        child,
        log,
        data,
        stop: () => end(identity),
      };
    }
    const again =
      /pre-existing shared memory|lock file .* already exists|is already in use|in use by|could not bind|could not create any TCP/i.test(
        problem,
      );
    if (!again || attempt >= 5) throw new PostgresFailed(lastWords(problem));
    await endOrphans(data);
    await pause(200 * attempt);
  }
}
