// The stages of `npm test`; each gives what it counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalTo } from '../servers/process-table.mjs';
import { plantedIn } from './planted.mjs';
import { check, sum, tallyOf } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** What the boundary rule says when it does nothing at all, instead of failing. */
const RULE_SKIPPED = /No cached ProjectGraph is available/i;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** Each stands in a group of its own, so that its workers end with it. @param {NodeJS.Signals} signal */
export const endChildren = (signal) => children.forEach((child) => signalTo(-Number(child.pid), signal));

/**
 * @param {string} root @param {string[]} args of node @param {{ env?: Record<string, string | undefined>, quiet?: boolean }} [options] quiet: only collect
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function node(root, args, { env = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env } });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
      if (!quiet) process.stdout.write(data);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => {
      children.delete(child);
      resolve({ code, output });
    });
  });
}

/** @param {string} root @returns {Promise<Tally>} */
export async function lint(root) {
  // The boundary rule reads a graph that must have been computed; without it, it lets everything pass.
  const graph = await node(root, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], { quiet: true });
  if (graph.code !== 0) {
    console.log(graph.output);
    return check(false);
  }
  const { code, output } = await node(root, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
  if (RULE_SKIPPED.test(output)) console.log('lint: the module boundaries were not checked, because there was no project graph.');
  return check(code === 0 && !RULE_SKIPPED.test(output));
}

/** @param {string} root @returns {Promise<Tally>} */
export async function types(root) {
  const { code } = await node(root, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', '.clearway/types.tsbuildinfo']);
  return check(code === 0);
}

/** Long enough for a busy machine: what is slow is seen in the times of the stages, not in failures that come and go. */
const TEST_TIMEOUT_MS = 120_000;
/** The end-to-end tests wait for services, each wait up to `PATIENCE_MS` of `tools/e2e/src/patience.ts`. */
const END_TO_END_TIMEOUT_MS = 300_000;
/** Every spec file makes its modules anew and drops them: with more room for young objects less of that is copied about. In MiB. */
const YOUNG_OBJECTS_MIB = 64;

/** What a stage said and reported holds no planted value: reports are sent around. @param {string} stage @param {string[]} texts @returns {Tally} */
export function withoutPlanted(stage, texts) {
  const found = texts.flatMap(plantedIn);
  if (found.length > 0) console.log(`${stage}: what the tests said holds planted values ${found.join(' ')}: a message about a failure repeats what stands in a file.`);
  return check(found.length === 0);
}

/** `papers` draws whole papers and batches, and looks at them through poppler and qpdf. */
const KINDS = { unit: undefined, papers: 'pdf', database: 'db', broker: 'bus', 'end-to-end': 'e2e' };

/**
 * @param {string} root @param {keyof typeof KINDS} stage @param {Record<string, string | undefined>} env @returns {Promise<Tally>}
 */
export async function jest(root, stage, env) {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-jest-'));
  const reportFile = join(folder, 'report.json');
  const kind = KINDS[stage];
  const which = kind
    ? ['--testPathPatterns', `\\.${kind}\\.spec\\.ts$`]
    : ['--testPathPatterns', '\\.spec\\.ts$', '--testPathIgnorePatterns', '/node_modules/', '\\.(pdf|db|bus|e2e)\\.spec\\.ts$'];
  // Units share nothing. The others share one Postgres and one broker, where each has a database and subjects of its own.
  const workers = stage === 'unit' ? Math.max(2, availableParallelism()) : 2;
  const timeout = stage === 'end-to-end' ? END_TO_END_TIMEOUT_MS : TEST_TIMEOUT_MS;
  try {
    // Jest gives its workers the flags that it was started with.
    const { code, output } = await node(root, [`--max-semi-space-size=${YOUNG_OBJECTS_MIB}`, 'node_modules/jest/bin/jest.js', '--config', 'tools/jest.workspace.js', ...which, '--json', '--outputFile', reportFile, '--maxWorkers', String(workers), '--silent', '--testTimeout', String(timeout), ...(kind ? ['--forceExit'] : [])], { env: { ...env, NODE_ENV: 'test' } });
    const report = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : undefined;
    return sum(tallyOf(report === undefined ? undefined : JSON.parse(report), code), withoutPlanted(stage, [output, report ?? '']));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
