// nats-server: found, or put there. From Debian's package only the program is taken, unpacked into this user's cache: no
// service is registered, nothing of the system changes, and the user need not be root where the package lists are there.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchedFolder, findNatsServer } from '../servers/nats.mjs';
import { SetupFailed } from './setup-failed.mjs';

const OLDEST = [2, 9];

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const run = (command, args, cwd) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', HOMEBREW_NO_AUTO_UPDATE: '1', LC_ALL: 'C' },
    timeout: 300_000,
  });

/** @param {string} command */
const exists = (command) => run('/bin/sh', ['-c', `command -v ${command}`]).status === 0;

/** @param {string} binary @returns {string | undefined} what is wrong with it */
export function natsProblem(binary) {
  const { status, stdout, stderr } = run(binary, ['--version']);
  const version = /v?(\d+)\.(\d+)\.\d+/.exec(`${stdout}${stderr}`);
  if (status !== 0 || !version) return `${binary} does not run.`;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
    ? undefined
    : `${binary} is version ${major}.${minor}; JetStream as Clearway uses it needs 2.9 or later.`;
}

/** The program out of Debian's package, into our own folder. @returns {boolean} */
function fetchWithApt() {
  if (!exists('apt-get') || !exists('dpkg-deb')) return false;
  const folder = mkdtempSync(join(tmpdir(), 'clearway-nats-'));
  try {
    const fetch = () =>
      run('apt-get', ['download', 'nats-server'], folder).status === 0 &&
      readdirSync(folder).some((name) => name.endsWith('.deb'));
    if (!fetch()) {
      // The package lists are missing or old: they can be read anew by root, or through sudo where it asks for no password.
      const update =
        process.getuid?.() === 0
          ? run('apt-get', ['update', '-q'])
          : exists('sudo')
            ? run('sudo', ['-n', 'apt-get', 'update', '-q'])
            : undefined;
      if (update?.status !== 0 || !fetch()) return false;
    }
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    const unpacked = join(folder, 'unpacked');
    if (!archive || run('dpkg-deb', ['-x', archive, unpacked], folder).status !== 0) return false;
    const program = ['usr/sbin', 'usr/bin']
      .map((place) => join(unpacked, place, 'nats-server'))
      .find((file) => existsSync(file));
    if (!program) return false;
    mkdirSync(fetchedFolder(), { recursive: true, mode: 0o755 });
    const fresh = join(fetchedFolder(), `.nats-server.${process.pid}`);
    copyFileSync(program, fresh);
    chmodSync(fresh, 0o755);
    renameSync(fresh, join(fetchedFolder(), 'nats-server'));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {boolean} */
const installWithBrew = () => exists('brew') && run('brew', ['install', 'nats-server']).status === 0;

/** @param {string} because */
const whatToDo = (because) =>
  [
    because,
    'Nothing has been installed yet. Do one of these and run the command again:',
    '  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install nats-server',
    '  macOS:           brew install nats-server',
    '  any other:       put the program nats-server (2.9 or later, https://nats.io/download) into a folder of your PATH',
    '  a server that exists:  set NATS_URL, for example NATS_URL=nats://127.0.0.1:4222 (it needs JetStream)',
  ].join('\n');

/**
 * @param {(line: string) => void} say
 * @throws SetupFailed when there is none and none could be had
 */
export function ensureNatsServer(say) {
  if (process.env.NATS_URL) return;
  const there = findNatsServer();
  const problem = there && natsProblem(there);
  if (there && !problem) return;
  if (!there) {
    say('nats-server is not on this machine: fetching it ...');
    if (fetchWithApt() || installWithBrew()) {
      const now = findNatsServer();
      if (now && !natsProblem(now)) return say(`nats-server is ready (${now})`);
    }
  }
  throw new SetupFailed(
    'setup.no-nats-server',
    whatToDo(
      problem || 'Clearway needs nats-server (2.9 or later, with JetStream), and it could not be installed here.',
    ),
  );
}
