// Which process is which. A process id alone proves nothing after a restart: ids are used again. An id together with
// the moment when the process was started does.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

/** @typedef {{ pid: number, mark: string }} ProcessIdentity */

/** @param {number} milliseconds @returns {Promise<void>} */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} command @param {string[]} args */
function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/**
 * When the process was started, as a mark that no later process with the same id has; undefined when there is no such
 * process, or only its remains (a zombie that nobody has waited for).
 * @param {number} pid @returns {string | undefined}
 */
export function markOf(pid) {
  if (process.platform !== 'linux') {
    const line = output('ps', ['-o', 'state=,lstart=', '-p', String(pid)]).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @returns {{ parent: number, args: string }} */
function parentAndArgs(pid) {
  if (process.platform !== 'linux') {
    const [, parent = '0', args = ''] =
      /^\s*(\d+)\s+(.*)$/s.exec(output('ps', ['-o', 'ppid=,args=', '-p', String(pid)])) ?? [];
    return { parent: Number(parent), args };
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return {
      parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
      args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    };
  } catch {
    return { parent: 0, args: '' };
  }
}

/** The npm that runs this process as one of its scripts, through a shell or without one; undefined when none does. @returns {ProcessIdentity | undefined} */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  const { parent, args } = parentAndArgs(process.ppid);
  return identityOf(/^\S*sh -c /.test(args) ? parent : process.ppid);
}

/** @param {number} pid @returns {ProcessIdentity} */
export const identityOf = (pid) => ({ pid, mark: markOf(pid) ?? 'gone' });

/** @param {ProcessIdentity | undefined} identity */
export const isAlive = (identity) => identity !== undefined && markOf(identity.pid) === identity.mark;

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** @param {ProcessIdentity} identity @param {number} milliseconds */
export async function hasEnded(identity, milliseconds) {
  for (const until = performance.now() + milliseconds; performance.now() < until; await pause(25)) {
    if (!isAlive(identity)) return true;
  }
  return !isAlive(identity);
}

/**
 * Ends one process: asks first, each signal with its time, and is sure at the end.
 * @param {ProcessIdentity} identity @param {[NodeJS.Signals, number][]} steps signal and milliseconds to wait for it
 */
export async function endProcess(identity, steps) {
  for (const [signal, wait] of steps) {
    if (!isAlive(identity)) return;
    signalTo(identity.pid, signal);
    if (await hasEnded(identity, wait)) return;
  }
}

/**
 * Processes of a program whose working folder is this one: the backends that a killed postmaster leaves behind stand
 * in its data folder.
 * @param {string} folder @param {string} program @returns {number[]}
 */
export function processesIn(folder, program) {
  let real = folder;
  try {
    real = realpathSync(folder);
  } catch {
    return [];
  }
  if (process.platform !== 'linux') {
    const found = output('lsof', ['-a', '-c', program, '-d', 'cwd', '-Fpn']).split('\n');
    return found.flatMap((line, at) =>
      line === `n${real}`
        ? [
            Number(
              found
                .slice(0, at)
                .findLast((l) => l.startsWith('p'))
                ?.slice(1),
            ),
          ]
        : [],
    );
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const name = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^\d+ \((.*)\) .*$/s, '$1');
        return name === program && readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '') === real;
      } catch {
        return false;
      }
    });
}

/**
 * Processes of a program that were given this very argument, a whole path: no other folder's process has it.
 * @param {string} program @param {string} argument @returns {number[]}
 */
export function processesOf(program, argument) {
  if (process.platform !== 'linux') {
    const lines = output('ps', ['-axww', '-o', 'pid=,args=']).split('\n').map((line) => /^\s*(\d+)\s+(\S+)\s(.*)$/.exec(line));
    return lines.flatMap((line) => (line && basename(String(line[2])) === program && line[3]?.endsWith(argument) ? [Number(line[1])] : []));
  }
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const [command = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return basename(command) === program && args.includes(argument);
    } catch {
      return false;
    }
  });
}
