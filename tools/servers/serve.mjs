#!/usr/bin/env node
// Keeps the servers of one folder: node tools/servers/serve.mjs --home DIR [--no-postgres] [--no-nats] [--postgres-port N] [--nats-port N]
//
// It says what happens on its standard output, one JSON object a line: {"event":"ready", "databaseUrl", "natsUrl", "postgres":
// {"pid","port","log"}, "nats": {...}}, then {"event":"exited"|"started","server",...}. It takes commands on its standard
// input, one a line: "kill postgres", "kill nats" (SIGKILL), "start postgres", "start nats" (on the same port). It ends, and
// its servers with it, on SIGTERM and SIGINT and when its standard input is closed, so also when whoever started it is killed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { takeLock } from './lock.mjs';
import { startNats } from './nats.mjs';
import { untilFree } from './ports.mjs';
import { startPostgres } from './postgres.mjs';

/** @typedef {import('./process-table.mjs').ProcessIdentity} ProcessIdentity */
/** @typedef {Awaited<ReturnType<typeof startNats>> | Awaited<ReturnType<typeof startPostgres>>} Server */

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    'no-postgres': { type: 'boolean', default: false },
    'no-nats': { type: 'boolean', default: false },
    'postgres-port': { type: 'string' },
    'nats-port': { type: 'string' },
  },
});
if (!values.home) throw new Error('Give the folder of the servers: --home DIR');
const home = resolve(values.home);
const stateFile = join(home, 'servers.json');

/** @param {Record<string, unknown>} event */
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** What the last start of this folder noted: its ports are wished for again. @returns {Record<string, { port?: number } & Partial<ProcessIdentity>>} */
function lastStart() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    return {};
  }
}

/** @type {Map<string, Server>} */
const running = new Map();
/** Every process from its first moment, also one that is just being started: port, identity, how it is ended. @type {Map<string, { identity: ProcessIdentity, stop: () => Promise<void> }>} */
const processes = new Map();
const leaving = new AbortController();
let ending = false;
/** Gives the folder back; undefined while it is another keeper's. @type {(() => void) | undefined} */
let release;
/** @type {Set<string>} */
const starting = new Set();
const starters = { postgres: startPostgres, nats: startNats };
/** @type {Record<string, number | undefined>} */
const ports = {
  postgres: Number(values['postgres-port']) || undefined,
  nats: Number(values['nats-port']) || undefined,
};

/** The state file is true: a server that is not there has no process in it, and keeps its port. */
function note() {
  const known = ['postgres', 'nats'].filter((name) => ports[name] !== undefined || processes.has(name));
  writeFileSync(
    stateFile,
    JSON.stringify(
      Object.fromEntries(known.map((name) => [name, { port: ports[name], ...processes.get(name)?.identity }])),
    ),
    { mode: 0o600 },
  );
}

/** @param {'postgres' | 'nats'} name */
async function start(name) {
  const server = await starters[name]({
    home: join(home, name),
    port: ports[name],
    signal: leaving.signal,
    onSpawn: (identity, end) => {
      processes.set(name, { identity, stop: end });
      note();
    },
  });
  ports[name] = server.port;
  running.set(name, server);
  note();
  const gone = (/** @type {number | null} */ code, /** @type {string | null} */ signal) => {
    running.delete(name);
    processes.delete(name);
    if (ending) return;
    note();
    say({ event: 'exited', server: name, code, signal });
  };
  const { exitCode, signalCode } = server.child;
  if (exitCode === null && signalCode === null) server.child.once('exit', gone);
  else gone(exitCode, signalCode);
  return { pid: server.pid, port: server.port, log: server.log, url: server.url };
}

/** Starts nothing more, and ends what is there. */
async function endAll() {
  ending = true;
  leaving.abort();
  await Promise.all([...processes.values()].map(({ stop: end }) => end()));
}

async function stop() {
  if (ending) return;
  await endAll();
  processes.clear();
  if (release) note();
  release?.();
  process.exit(0);
}

/** @param {string} line */
async function command(line) {
  const [verb, name] = line.trim().split(' ');
  if (name !== 'postgres' && name !== 'nats') return;
  if (verb === 'kill') running.get(name)?.child.kill('SIGKILL');
  if (verb !== 'start' || running.has(name) || starting.has(name)) return;
  starting.add(name);
  // Whoever knew the server looks for it where it was.
  const port = ports[name];
  if (port && !(await untilFree(port, 20_000)))
    throw new Error(`the port of ${name} was taken by another program while it was away`);
  const facts = await start(name);
  starting.delete(name);
  if (!ending) say({ event: 'started', server: name, ...facts });
}

/** @param {unknown} error */
function fail(error) {
  if (ending) return; // what was just being started was ended
  say({
    event: 'failed',
    code: /** @type {{ code?: string }} */ (error)?.code,
    message: error instanceof Error ? error.message : String(error),
  });
  void endAll().then(() => process.exit(1));
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('SIGHUP', () => void stop());
process.stdout.on('error', () => void stop());

mkdirSync(home, { recursive: true, mode: 0o711 });
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => command(line).catch(fail));
lines.on('close', () => void stop());
try {
  // The keeper of a start that was killed is just stopping its servers: wait for it.
  release = await takeLock(join(home, 'servers.lock'), { waitMs: 40_000 });
  const before = lastStart();
  for (const name of ['postgres', 'nats']) ports[name] ??= before[name]?.port;
  const [postgres, nats] = await Promise.all([
    values['no-postgres'] ? undefined : start('postgres'),
    values['no-nats'] ? undefined : start('nats'),
  ]);
  if (!ending) say({ event: 'ready', databaseUrl: postgres?.url, natsUrl: nats?.url, postgres, nats });
} catch (error) {
  fail(error);
}
