// Deciding alone: the statute beside the Los Angeles replay, over the histories of one file, with the facts of traces as the services keep them
// and without, as `analyze` decides. Preparing a policy is no deciding: it stands in a column of its own.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable, median } from './table.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const POLICIES = ['los-angeles-2020', 'california-statute'];
const TRACES = { facts: 'with facts', verdicts: 'verdicts alone' };
const WANTED = 1.5;

/** @typedef {{ seconds: number, cpu: number, preparing: number, people: number, convictions: number }} Decided */
/** @typedef {keyof typeof TRACES} Traces */

/** @param {string} path @param {string} policy @param {Traces} traces @returns {Decided} a process of its own, so that neither warms up the other */
function decide(path, policy, traces) {
  return JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=8192', join(HERE, 'decide.mjs'), path, policy, traces], {
      encoding: 'utf8',
      maxBuffer: 1 << 20,
    }),
  );
}

/**
 * Prints medians of interleaved runs and the ratio of the statute to the replay.
 * @param {string} path @param {{ rows: number, runs: number }} options @param {(line: string) => void} say
 */
export function deciding(path, { rows, runs }, say) {
  const parts = /** @type {Traces[]} */ (Object.keys(TRACES)).flatMap((traces) =>
    POLICIES.map((policy) => ({ policy, traces, runs: /** @type {Decided[]} */ ([]) })),
  );
  for (let round = 1; round <= runs; round += 1) {
    for (const part of parts) {
      const one = decide(path, part.policy, part.traces);
      say(
        `deciding, round ${round}, ${part.policy}, ${TRACES[part.traces]}: ${one.seconds.toFixed(3)} s, ${one.cpu.toFixed(3)} CPU s`,
      );
      part.runs.push(one);
    }
  }
  const table = parts.map(({ policy, traces, runs: list }) => {
    /** @param {'seconds' | 'cpu' | 'preparing'} what @param {Decided[]} of */
    const middle = (what, of = list) => median(of.map((one) => one[what]));
    const base = parts.find((each) => each.traces === traces)?.runs ?? [];
    const isBase = policy === POLICIES[0];
    return [
      policy,
      TRACES[traces],
      middle('seconds').toFixed(3),
      middle('cpu').toFixed(3),
      middle('preparing').toFixed(3),
      `${list[0]?.people ?? 0}`,
      `${list[0]?.convictions ?? 0}`,
      isBase ? '' : (middle('seconds') / middle('seconds', base)).toFixed(2),
      isBase ? '' : (middle('cpu') / middle('cpu', base)).toFixed(2),
      isBase ? '' : `at most ${WANTED}`,
    ];
  });
  console.log(`\n### deciding alone: ${rows} rows\n`);
  const heads = [
    'policy',
    'traces',
    'seconds',
    'CPU s',
    'preparing it, s',
    'people',
    'convictions',
    'ratio',
    'by CPU',
    'wanted',
  ];
  console.log(markdownTable(heads, table));
}
