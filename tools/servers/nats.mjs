// A nats-server of our own: loopback, JetStream, its own folder, and a log that never sees a message.
import { spawn } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { LOOPBACK, freePort, greetingOf, isFree } from './ports.mjs';
import { endProcess, identityOf, pause, processesOf } from './process-table.mjs';

/** Where a nats-server usually stands when it is not on the PATH (Debian puts it where only root looks). */
const USUAL_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/sbin',
  '/sbin',
  '/opt/homebrew/bin',
  '/home/linuxbrew/.linuxbrew/bin',
  join(homedir(), 'go', 'bin'),
];

/** The folder for a nats-server that we fetched ourselves; one for all clones of this user. */
export const fetchedFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clearway', 'nats-server');

/** @returns {string | undefined} path of a nats-server that can be run */
export function findNatsServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS, fetchedFolder()];
  return folders
    .map((folder) => join(folder, 'nats-server'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** nats-server could not be started, with the last words of its log. */
export class NatsFailed extends Error {
  code = 'servers.nats-failed';
  /** @param {string} reason */
  constructor(reason) {
    super(`nats-server did not start: ${reason}`);
    this.name = 'NatsFailed';
  }
}

/** @param {string} file */
const lastLine = (file) =>
  existsSync(file) ? (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '').replace(/^\[\d+\] \S+ \S+ /, '') : '';

/** @param {{ port: number, storeDir: string, log: string }} settings */
const configuration = ({ port, storeDir, log }) => `# Written at every start.
server_name: clearway
host: "${LOOPBACK}"
port: ${port}
jetstream {
  store_dir: ${JSON.stringify(storeDir)}
  max_memory_store: 64MB
  max_file_store: 16GB
}
log_file: ${JSON.stringify(log)}
logfile_size_limit: 16MB
debug: false
trace: false
`;

/** @typedef {import('./process-table.mjs').ProcessIdentity} ProcessIdentity */

/** @param {ProcessIdentity} identity */
const end = (identity) =>
  endProcess(identity, [
    ['SIGTERM', 10_000],
    ['SIGKILL', 5_000],
  ]);

/**
 * @param {{ home: string, port?: number, binary?: string, signal?: AbortSignal, onSpawn?: (identity: ProcessIdentity, stop: () => Promise<void>) => void }} options
 * home: this server's own folder; port: wished for; signal: starts nothing more; onSpawn: a process is there that has to be ended
 */
export async function startNats({ home, port: wished, binary = findNatsServer(), signal, onSpawn = () => {} }) {
  if (!binary)
    throw new NatsFailed('there is none on this machine. Install nats-server 2.9 or later, or set NATS_URL.');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const [storeDir, log, settings] = [join(home, 'store'), join(home, 'nats.log'), join(home, 'nats.conf')];
  // Two on one store would write over each other. Whoever holds the lock of the folder starts; what still runs with its settings was left behind.
  await Promise.all(
    processesOf('nats-server', settings)
      .map(identityOf)
      .map((left) =>
        endProcess(left, [
          ['SIGTERM', 5_000],
          ['SIGKILL', 5_000],
        ]),
      ),
  );
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wished : undefined);
    writeFileSync(settings, configuration({ port, storeDir, log }), { mode: 0o600 });
    const out = openSync(join(home, 'nats.out'), 'w', 0o600);
    signal?.throwIfAborted();
    const child = spawn(binary, ['-c', settings], { stdio: ['ignore', out, out] });
    closeSync(out);
    const identity = identityOf(child.pid ?? 0);
    if (child.pid) onSpawn(identity, () => end(identity));
    const failed = await new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code) => resolve(lastLine(log) || lastLine(join(home, 'nats.out')) || `exit code ${code}`));
      void untilReady(child, port).then((problem) => resolve(problem));
    });
    if (failed === undefined) {
      return {
        name: 'nats',
        url: `nats://${LOOPBACK}:${port}`,
        port,
        pid: identity.pid,
        identity,
        child,
        log,
        stop: () => end(identity),
      };
    }
    child.kill('SIGKILL');
    if (attempt >= 3 || (await isFree(port))) throw new NatsFailed(failed);
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {number} port */
async function untilReady(child, port) {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(40)) {
    if (child.exitCode !== null || child.signalCode !== null) return 'it ended at once';
    const line = await greetingOf(port, 1_000);
    if (!line?.startsWith('INFO ')) continue;
    const info = JSON.parse(line.slice(5));
    if (info.jetstream === true) return undefined;
    if (info.server_name !== 'clearway') return 'another server took the port';
    return 'it runs without JetStream. Version 2.9 or later, built with JetStream, is needed.';
  }
  return 'it did not answer within a minute';
}
