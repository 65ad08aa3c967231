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
import { endProcess } from './process-table.mjs';

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

/** What the last start of this folder noted: its ports are wished for again, its processes are ended if they live on. @returns {Record<string, { port?: number } & Partial<ProcessIdentity>>} */
function lastStart() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    return {};
  }
}

/** @type {Map<string, Server>} */
const running = new Map();
let ending = false;
const starters = { postgres: startPostgres, nats: startNats };
/** @type {Record<string, number | undefined>} */
const ports = {
  postgres: Number(values['postgres-port']) || undefined,
  nats: Number(values['nats-port']) || undefined,
};

/** @param {'postgres' | 'nats'} name */
async function start(name) {
  const server = await starters[name]({ home: join(home, name), port: ports[name] });
  ports[name] = server.port;
  running.set(name, server);
  server.child.once('exit', (code, signal) => {
    running.delete(name);
    if (!ending) say({ event: 'exited', server: name, code, signal });
  });
  writeFileSync(
    stateFile,
    JSON.stringify(Object.fromEntries([...running].map(([key, { port, identity }]) => [key, { port, ...identity }]))),
    { mode: 0o600 },
  );
  return { pid: server.pid, port: server.port, log: server.log, url: server.url };
}

async function stop() {
  if (ending) return;
  ending = true;
  await Promise.all([...running.values()].map((server) => server.stop()));
  release();
  process.exit(0);
}

/** @param {string} line */
async function command(line) {
  const [verb, name] = line.trim().split(' ');
  if (name !== 'postgres' && name !== 'nats') return;
  if (verb === 'kill') running.get(name)?.child.kill('SIGKILL');
  if (verb !== 'start' || running.has(name)) return;
  // Whoever knew the server looks for it where it was.
  const port = ports[name];
  if (port && !(await untilFree(port, 20_000)))
    throw new Error(`the port of ${name} was taken by another program while it was away`);
  say({ event: 'started', server: name, ...(await start(name)) });
}

/** @param {unknown} error */
function fail(error) {
  say({
    event: 'failed',
    code: /** @type {{ code?: string }} */ (error)?.code,
    message: error instanceof Error ? error.message : String(error),
  });
  ending = true;
  void Promise.all([...running.values()].map((server) => server.stop())).then(() => process.exit(1));
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('SIGHUP', () => void stop());
process.stdout.on('error', () => void stop());

mkdirSync(home, { recursive: true, mode: 0o711 });
// The keeper of a start that was killed is just stopping its servers: wait for it.
const release = await takeLock(join(home, 'servers.lock'), { waitMs: 40_000 }).catch((error) => {
  fail(error);
  return () => {};
});
if (!ending) {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => command(line).catch(fail));
  lines.on('close', () => void stop());
  try {
    const before = lastStart();
    for (const name of ['postgres', 'nats']) ports[name] ??= before[name]?.port;
    const left = before['nats'];
    if (left?.pid && left.mark)
      await endProcess({ pid: left.pid, mark: left.mark }, [
        ['SIGTERM', 5_000],
        ['SIGKILL', 5_000],
      ]);
    const [postgres, nats] = await Promise.all([
      values['no-postgres'] ? undefined : start('postgres'),
      values['no-nats'] ? undefined : start('nats'),
    ]);
    if (!ending) say({ event: 'ready', databaseUrl: postgres?.url, natsUrl: nats?.url, postgres, nats });
  } catch (error) {
    fail(error);
  }
}
