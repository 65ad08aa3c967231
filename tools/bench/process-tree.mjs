// Memory and CPU of processes and all their children, from /proc, sampled while they work.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100; // USER_HZ is 100 on every Linux that Node runs on

/** @typedef {{ parent: number, name: string, cpuSeconds: number }} Stat */
/** @typedef {{ peakBytes: number, cpuSeconds: number, processes: Map<string, { cpuSeconds: number, peakBytes: number }> }} TreeUse */

/** @param {number} pid @returns {Stat | undefined} */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')),
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    };
  } catch {
    return undefined;
  }
}

/** Proportional set size: memory that processes share is counted once over the tree. @param {number} pid */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** @param {number[]} roots @returns {Map<number, Stat & { root: number }>} the roots and everything below them */
function treesOf(roots) {
  /** @type {Map<number, Stat>} */
  const all = new Map();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) all.set(Number(name), stat);
  }
  /** @type {Map<number, Stat & { root: number }>} */
  const trees = new Map();
  for (const [pid, stat] of all) {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) {
      if (!roots.includes(at)) continue;
      trees.set(pid, { ...stat, root: at });
      break;
    }
  }
  return trees;
}

/**
 * CPU seconds of the children of this process that have ended, and of theirs: exact, and it costs those that are measured nothing.
 * @returns {number}
 */
export function cpuOfEndedChildren() {
  const text = readFileSync('/proc/self/stat', 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/**
 * Watches process trees until `stop`. CPU counts from now; what a child used after the last sample can be missed.
 * @param {Map<string, number> | number} roots one process, or processes by the name under which they are shown
 * @param {{ everyMs: number, memory: boolean }} how milliseconds between two samples; asking a process for its memory stops it for
 *   some milliseconds, so that what is timed is not asked
 */
export function watch(roots, { everyMs, memory }) {
  const named = typeof roots === 'number' ? new Map([['', roots]]) : roots;
  const names = new Map([...named].map(([name, pid]) => [pid, name]));
  /** @type {Map<number, { before: number, now: number, name: string }>} */
  const cpu = new Map();
  /** @type {Map<string, number>} */
  const peaks = new Map();
  let peakBytes = 0;
  let first = true;
  const sample = () => {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const [pid, { root, cpuSeconds }] of treesOf([...names.keys()])) {
      const name = names.get(root) ?? '';
      sums.set(name, (sums.get(name) ?? 0) + (memory ? memoryOf(pid) : 0));
      const known = cpu.get(pid);
      if (known) known.now = cpuSeconds;
      else cpu.set(pid, { before: first ? cpuSeconds : 0, now: cpuSeconds, name });
    }
    for (const [name, sum] of sums) peaks.set(name, Math.max(peaks.get(name) ?? 0, sum));
    peakBytes = Math.max(
      peakBytes,
      [...sums.values()].reduce((total, one) => total + one, 0),
    );
    first = false;
  };
  sample();
  const timer = setInterval(sample, everyMs);
  /** @returns {TreeUse} */
  const stop = () => {
    clearInterval(timer);
    sample();
    const used = (/** @type {(name: string) => boolean} */ which) =>
      [...cpu.values()].reduce((total, one) => total + (which(one.name) ? one.now - one.before : 0), 0);
    const processes = new Map(
      [...named.keys()].map((name) => [
        name,
        { cpuSeconds: used((one) => one === name), peakBytes: peaks.get(name) ?? 0 },
      ]),
    );
    return { peakBytes, cpuSeconds: used(() => true), processes };
  };
  return { stop };
}
