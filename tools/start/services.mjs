// The service processes: started together, waited for, started again when one falls, ended in good order.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOPBACK, freePort } from '../servers/ports.mjs';
import { endProcess, identityOf, pause } from '../servers/process-table.mjs';
import { notedServices } from './gateway-here.mjs';

/** @typedef {import('../servers/process-table.mjs').ProcessIdentity} ProcessIdentity */

const END_WITH_PARENT = join(dirname(fileURLToPath(import.meta.url)), 'end-with-parent.cjs');
const READY_WITHIN_MS = 90_000;
/** A service that falls more often than this is ill, and starting it again hides it. */
const RESTARTS = 5;

/** A service did not become ready, or keeps falling. */
export class ServiceFailed extends Error {
  code = 'start.service-failed';
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'ServiceFailed';
  }
}

/**
 * The last thing that a service said of a failure. Its log is JSON, one object a line ({ level, words, code }); a service
 * that cannot start says why in a plain line of its own, "NAME: what is wrong and the cure", which is the best there is.
 * @param {string} log @param {string} name
 */
function lastWords(log, name) {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-60).reverse() : [];
  const plain = lines.find((line) => line.startsWith(`${name}: `));
  if (plain) return plain.slice(name.length + 2);
  for (const line of lines) {
    try {
      const { level, words, code } = JSON.parse(line);
      if (level === 'warn' || level === 'error') return [words, code].filter(Boolean).join(', ');
    } catch {
      if (/\b[A-Za-z]*Error\b/.test(line)) return line.trim();
    }
  }
  return 'it said nothing';
}

/**
 * @typedef {{ name: string, main: string, env: Record<string, string> }} ServiceToStart
 * @param {{ services: ServiceToStart[], home: string, wishedPorts?: Record<string, number>, say: (line: string) => void, onFailure: (error: ServiceFailed) => void }} options
 */
export async function startServices({ services, home, wishedPorts = {}, say, onFailure }) {
  const notes = join(home, 'services.json');
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  await endEarlier(notes);

  /** @type {Map<string, { child: import('node:child_process').ChildProcess, identity: ProcessIdentity, port: number, log: string, restarts: number }>} */
  const running = new Map();
  let [ending, ready] = [false, false];

  const writeNotes = () =>
    writeFileSync(
      notes,
      JSON.stringify([...running].map(([name, { identity, port }]) => ({ name, port, ...identity }))),
      { mode: 0o600 },
    );

  /** @param {ServiceToStart} service @param {number} port @param {number} restarts */
  const launch = (service, port, restarts) => {
    const log = join(logs, `${service.name}.log`);
    if (restarts === 0 && existsSync(log)) renameSync(log, `${log}.before`);
    const out = openSync(log, 'a', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', END_WITH_PARENT, service.main], {
      stdio: ['ignore', out, out, 'ipc'],
      detached: true,
      env: { ...process.env, ...service.env, CLEARWAY_HTTP_PORT: String(port) },
    });
    closeSync(out);
    running.set(service.name, { child, identity: identityOf(child.pid ?? 0), port, log, restarts });
    writeNotes();
    child.once('exit', (code, signal) => void fallen(service, code, signal));
    child.once('error', () => {});
  };

  /** @param {ServiceToStart} service @param {number | null} code @param {string | null} signal */
  const fallen = async (service, code, signal) => {
    const last = running.get(service.name);
    if (ending || !last) return;
    if (!ready || last.restarts >= RESTARTS) {
      ending = true;
      onFailure(
        new ServiceFailed(
          `The service "${service.name}" ended (${signal ?? `code ${code}`}): ${lastWords(last.log, service.name)} (its log: ${last.log})`,
        ),
      );
      return;
    }
    say(`the service "${service.name}" ended (${signal ?? `code ${code}`}) and is started again`);
    await pause(500 * (last.restarts + 1));
    if (!ending) launch(service, last.port, last.restarts + 1);
  };

  for (const service of services) launch(service, await freePort(wishedPorts[service.name]), 0);

  /** @param {string} name @param {number} until */
  const waitFor = async (name, until) => {
    while (!ending && !(await isReady(running.get(name)?.port ?? 0))) {
      const { log } = /** @type {{ log: string }} */ (running.get(name));
      if (performance.now() > until)
        throw new ServiceFailed(
          `The service "${name}" was not ready after ${READY_WITHIN_MS / 1000} s: ${lastWords(log, name)} (its log: ${log})`,
        );
      await pause(60);
    }
  };

  return {
    logs,
    /** Resolves when every service says that it is ready, or when they are being ended. @throws ServiceFailed */
    untilReady: async () => {
      const until = performance.now() + READY_WITHIN_MS;
      await Promise.all(services.map(({ name }) => waitFor(name, until)));
      ready = true;
    },
    /** @param {string} name */
    addressOf: (name) => `http://${LOOPBACK}:${running.get(name)?.port}`,
    pids: () => Object.fromEntries([...running].map(([name, { identity }]) => [name, identity.pid])),
    /** @param {{ atOnce?: boolean }} [options] */
    stop: async ({ atOnce = false } = {}) => {
      ending = true;
      /** @type {[NodeJS.Signals, number][]} */
      const steps = atOnce
        ? [['SIGKILL', 5_000]]
        : [
            ['SIGTERM', 15_000],
            ['SIGKILL', 5_000],
          ];
      await Promise.all([...running.values()].map(({ identity }) => endProcess(identity, steps)));
      writeFileSync(notes, '[]', { mode: 0o600 });
    },
  };
}

/** Ends what an earlier start left when it was killed: a busy service can outlive it for a while. @param {string} notes */
async function endEarlier(notes) {
  await Promise.all(
    notedServices(notes).map((identity) =>
      endProcess(identity, [
        ['SIGTERM', 3_000],
        ['SIGKILL', 5_000],
      ]),
    ),
  );
}

/** @param {number} port */
async function isReady(port) {
  try {
    const response = await fetch(`http://${LOOPBACK}:${port}/ready`, { signal: AbortSignal.timeout(3_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
