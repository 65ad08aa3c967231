// The run of all stages: what is missing is installed, the servers are started once and outside Jest, and stopped at the end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build/compile.mjs';
import { keepServers } from '../servers/keeper.mjs';
import { isAlive, npmAbove } from '../servers/process-table.mjs';
import { ensurePdfReaders } from '../setup/pdf-readers.mjs';
import { ROOT, setUp } from '../setup/setup.mjs';
import { endChildren, jest, lint, types } from './stages.mjs';
import { check, lastLine, sum } from './tally.mjs';

const STAGES = /** @type {const} */ (['lint', 'types', 'unit', 'papers', 'database', 'broker', 'end-to-end']);
/** @typedef {(typeof STAGES)[number]} Stage */
/** @typedef {import('./tally.mjs').Tally} Tally */

/** @param {string} line */
const say = (line) => console.log(`==> ${line}`);

/** @param {string[]} args @returns {Stage[]} */
function wanted(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? STAGES;
  const unknown = names.find((name) => !STAGES.includes(/** @type {Stage} */ (name)));
  if (unknown) throw new Error(`There is no stage "${unknown}". There are: ${STAGES.join(', ')}.`);
  return STAGES.filter((stage) => names.includes(stage));
}

/** @param {string} name @param {() => Promise<Tally>} stage @returns {Promise<Tally>} */
async function timed(name, stage) {
  const started = performance.now();
  say(name);
  const tally = await stage();
  say(`${name}: ${lastLine(tally)} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  return tally;
}

/** The servers that these tests run against: new ones in a folder that goes away, or those that exist. */
async function testServers() {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-test-'));
  chmodSync(folder, 0o711);
  const servers = await keepServers({ home: folder, postgres: !process.env.DATABASE_URL, nats: !process.env.NATS_URL });
  return {
    env: {
      DATABASE_URL: process.env.DATABASE_URL || servers.databaseUrl,
      NATS_URL: process.env.NATS_URL || servers.natsUrl,
    },
    stop: async () => {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string[]} args @returns {Promise<number>} the exit code */
export async function run(args) {
  /** @type {(() => Promise<void>) | undefined} */
  let stopServers;
  let ended = false;
  const interrupted = (/** @type {number} */ code) => {
    if (ended) return;
    ended = true;
    endChildren('SIGTERM');
    setTimeout(() => endChildren('SIGKILL'), 3_000).unref();
    void Promise.resolve(stopServers?.()).then(() => process.exit(code));
  };
  process.on('SIGINT', () => interrupted(130));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => interrupted(143));
  const npm = npmAbove();
  if (npm) setInterval(() => !isAlive(npm) && interrupted(143), 500).unref();
  process.stdout.on('error', () => interrupted(1));

  /** @type {Tally[]} */
  const tallies = [];
  try {
    const stages = wanted(args);
    await setUp(say);
    const { compiled } = await build(ROOT);
    say(`built (${compiled} files compiled)`);
    tallies.push(
      ...(await Promise.all([
        ...(stages.includes('lint') ? [timed('lint', () => lint(ROOT))] : []),
        ...(stages.includes('types') ? [timed('types', () => types(ROOT))] : []),
      ])),
    );
    if (stages.includes('unit'))
      tallies.push(await timed('unit', () => jest(ROOT, 'unit', { DATABASE_URL: undefined, NATS_URL: undefined })));
    if (stages.includes('papers')) {
      ensurePdfReaders(say);
      tallies.push(await timed('papers', () => jest(ROOT, 'papers', { DATABASE_URL: undefined, NATS_URL: undefined })));
    }
    const served = stages.filter((stage) => stage === 'database' || stage === 'broker' || stage === 'end-to-end');
    if (served.length > 0) {
      const servers = await testServers();
      stopServers = servers.stop;
      for (const stage of served) tallies.push(await timed(stage, () => jest(ROOT, stage, servers.env)));
    }
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    tallies.push(check(false));
  } finally {
    await stopServers?.();
  }
  const total = sum(...tallies);
  console.log(lastLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
