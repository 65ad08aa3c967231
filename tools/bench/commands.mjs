// The parts that are one command each: csv-parse counting, and `clearway analyze`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../setup/setup.mjs';
import { COUNTY } from './files.mjs';
import { watch } from './process-tree.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @typedef {{ seconds: number, peakBytes: number, cpuSeconds: number, processes?: Map<string, { cpuSeconds: number, peakBytes: number }> }} Measured */

/** @param {string[]} args of node @returns {Promise<Measured & { output: string }>} */
async function measured(args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT });
  const watched = watch(child.pid ?? 0);
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  const { peakBytes, cpuSeconds } = watched.stop();
  if (code !== 0) throw new Error(`${args[0]} ended with code ${code}: ${errors.trim().split('\n')[0]}`);
  return { seconds, peakBytes, cpuSeconds, output };
}

/** @param {string} path @returns {Promise<Measured>} */
export const count = (path) => measured([join(HERE, 'count-records.mjs'), path]);

/** @param {string} path @param {string} folder @param {number | undefined} threads @returns {Promise<Measured>} */
export async function analyze(path, folder, threads) {
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
    return await measured([
      join(ROOT, 'tools', 'cli', 'clearway.js'),
      ...args,
      ...(threads ? ['--threads', String(threads)] : []),
    ]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
