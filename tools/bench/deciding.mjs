// Deciding alone: the statute beside the Los Angeles replay, over the histories of one file.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable, median } from './table.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const POLICIES = ['los-angeles-2020', 'california-statute'];
const WANTED = 1.5;

/** @typedef {{ seconds: number, people: number, convictions: number }} Decided */

/** @param {string} path @param {string} policy @returns {Decided} a process of its own, so that neither warms up the other */
function decide(path, policy) {
  return JSON.parse(
    execFileSync(process.execPath, ['--max-old-space-size=8192', join(HERE, 'decide.mjs'), path, policy], {
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
  /** @type {Map<string, Decided[]>} */
  const done = new Map(POLICIES.map((policy) => [policy, []]));
  for (let round = 1; round <= runs; round += 1) {
    for (const [policy, list] of done) {
      const one = decide(path, policy);
      say(`deciding, round ${round}, ${policy}: ${one.seconds.toFixed(3)} s`);
      list.push(one);
    }
  }
  const seconds = new Map([...done].map(([policy, list]) => [policy, median(list.map((one) => one.seconds))]));
  const base = seconds.get(POLICIES[0] ?? '') ?? 0;
  const table = [...done].map(([policy, [first]]) => {
    const own = seconds.get(policy) ?? 0;
    return [
      policy,
      own.toFixed(3),
      `${first?.people ?? 0}`,
      `${first?.convictions ?? 0}`,
      policy === POLICIES[0] ? '' : (own / base).toFixed(2),
      policy === POLICIES[0] ? '' : `at most ${WANTED}`,
    ];
  });
  console.log(`\n### deciding alone: ${rows} rows\n`);
  console.log(markdownTable(['policy', 'seconds', 'people', 'convictions', 'ratio', 'wanted'], table));
}
