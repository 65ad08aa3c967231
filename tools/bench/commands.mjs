// The parts that are one command each: csv-parse counting, and `clearway analyze`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../setup/setup.mjs';
import { COUNTY } from './files.mjs';
import { cpuOfEndedChildren, watch } from './process-tree.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @typedef {{ seconds: number, peakBytes: number, cpuSeconds: number, processes?: Map<string, { cpuSeconds: number, peakBytes: number }> }} Measured */

/**
 * `watched`: the memory of the process is asked for all along, which makes its time useless.
 * @param {string[]} args of node @param {boolean} watched @returns {Promise<Measured & { output: string }>}
 */
async function measured(args, watched) {
  const cpuBefore = cpuOfEndedChildren();
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT });
  const watching = watched ? watch(child.pid ?? 0, { everyMs: 100, memory: true }) : undefined;
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  const peakBytes = watching?.stop().peakBytes ?? 0;
  const cpuSeconds = cpuOfEndedChildren() - cpuBefore;
  if (code !== 0) throw new Error(`${args[0]} ended with code ${code}: ${errors.trim().split('\n')[0]}`);
  return { seconds, peakBytes, cpuSeconds, output };
}

/** @param {string} path @param {boolean} watched @returns {Promise<Measured>} */
export const count = (path, watched) => measured([join(HERE, 'count-records.mjs'), path], watched);

/** @param {string} path @param {string} folder @param {number | undefined} threads @param {boolean} watched @returns {Promise<Measured>} */
export async function analyze(path, folder, threads, watched) {
  const out = join(folder, 'results');
  rmSync(out, { recursive: true, force: true });
  const args = [
    'analyze',
    path,
    '--county',
    COUNTY,
    '--policy',
    'los-angeles-2020',
    '--as-of',
    '2020-07-01',
    '--out',
    out,
  ];
  try {
    return await measured(
      [join(ROOT, 'tools', 'cli', 'clearway.js'), ...args, ...(threads ? ['--threads', String(threads)] : [])],
      watched,
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
