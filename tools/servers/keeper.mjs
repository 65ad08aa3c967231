// A keeper process with the servers of one folder, seen from whoever started it.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVE = join(dirname(fileURLToPath(import.meta.url)), 'serve.mjs');

/** The keeper could not start its servers; the message is for the person at the keyboard. */
export class ServersFailed extends Error {
  /** @param {string} message @param {string} [code] */
  constructor(message, code = 'servers.failed') {
    super(message);
    this.name = 'ServersFailed';
    this.code = code;
  }
}

/** @typedef {{ pid: number, port: number, log: string, url: string }} ServerFacts */
/** @typedef {{ event: 'exited' | 'started', server: 'postgres' | 'nats', pid?: number, signal?: string, code?: number }} ServerEvent */

/**
 * Starts what is asked for; a server whose URL is given already is not started. The keeper stands in a process group of
 * its own: Ctrl-C reaches whoever started it, which ends the services first and the servers after them.
 * `onKeeper` is told at once how everything is ended again, also while it is still being started.
 * @param {{ home: string, postgres?: boolean, nats?: boolean, onEvent?: (event: ServerEvent) => void, onKeeper?: (keeper: { stop: () => Promise<void> }) => void }} options
 * @returns {Promise<{ databaseUrl?: string, natsUrl?: string, postgres?: ServerFacts, nats?: ServerFacts, pid: number, command: (line: string) => void, stop: () => Promise<void> }>}
 * @throws ServersFailed
 */
export async function keepServers({ home, postgres = true, nats = true, onEvent = () => {}, onKeeper = () => {} }) {
  const args = [SERVE, '--home', home, ...(postgres ? [] : ['--no-postgres']), ...(nats ? [] : ['--no-nats'])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  child.stdin.on('error', () => {});
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  onKeeper({ stop });
  /** @type {any} */
  const ready = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new ServersFailed(error.message)));
    child.once('close', () =>
      reject(
        new ServersFailed(
          errors
            .trim()
            .split('\n')
            .find((line) => /Error/.test(line)) ?? 'the servers ended while they were being started',
        ),
      ),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = JSON.parse(line);
      if (event.event === 'ready') resolve(event);
      else if (event.event === 'failed') reject(new ServersFailed(event.message, event.code));
      else onEvent(event);
    });
  });
  return {
    ...ready,
    pid: child.pid,
    command: (/** @type {string} */ line) => child.stdin.write(`${line}\n`),
    stop,
  };
}
