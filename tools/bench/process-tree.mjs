// Memory and CPU of processes and all their children, from /proc, sampled while they work.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100; // USER_HZ is 100 on every Linux that Node runs on
const SAMPLE_MS = 100;

/** @typedef {{ parent: number, name: string, cpuSeconds: number }} Stat */
/** @typedef {{ peakBytes: number, cpuSeconds: number, processes: Map<string, { cpuSeconds: number, peakBytes: number }> }} TreeUse */

/** @param {number} pid @returns {Stat | undefined} */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
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

/** @param {number[]} roots @returns {Map<number, Stat>} the roots and everything below them */
function treeOf(roots) {
  const all = new Map(readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    return stat ? [/** @type {const} */ ([Number(name), stat])] : [];
  }));
  /** @type {Map<number, Stat>} */
  const tree = new Map();
  const isBelow = (/** @type {number} */ pid) => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (roots.includes(at)) return true;
    return false;
  };
  for (const [pid, stat] of all) if (isBelow(pid)) tree.set(pid, stat);
  return tree;
}

/**
 * Watches process trees until `stop`. CPU counts from now; what a child used in its last tenth of a second can be missed.
 * @param {Map<string, number> | number} roots one process, or processes by the name under which they are shown
 */
export function watch(roots) {
  const named = typeof roots === 'number' ? new Map([['', roots]]) : roots;
  /** @type {Map<number, { before: number, now: number, name: string }>} */
  const cpu = new Map();
  /** @type {Map<string, number>} */
  const peaks = new Map();
  let peakBytes = 0;
  let first = true;
  const sample = () => {
    let sum = 0;
    for (const [name, root] of named) {
      let own = 0;
      for (const [pid, stat] of treeOf([root])) {
        own += memoryOf(pid);
        const known = cpu.get(pid);
        if (known) known.now = stat.cpuSeconds;
        else cpu.set(pid, { before: first ? stat.cpuSeconds : 0, now: stat.cpuSeconds, name });
      }
      peaks.set(name, Math.max(peaks.get(name) ?? 0, own));
      sum += own;
    }
    peakBytes = Math.max(peakBytes, sum);
    first = false;
  };
  sample();
  const timer = setInterval(sample, SAMPLE_MS);
  /** @returns {TreeUse} */
  const stop = () => {
    clearInterval(timer);
    sample();
    const processes = new Map([...named.keys()].map((name) => [name, { cpuSeconds: [...cpu.values()].reduce((total, one) => total + (one.name === name ? one.now - one.before : 0), 0), peakBytes: peaks.get(name) ?? 0 }]));
    return { peakBytes, cpuSeconds: [...cpu.values()].reduce((total, one) => total + one.now - one.before, 0), processes };
  };
  return { stop };
}
