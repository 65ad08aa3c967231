#!/usr/bin/env node
// npm run bench:identity -- [--fit] [--quick] [--only accuracy|files|speed]: precision, recall and questions on seeds that the weights
// were not fitted on, and the speed. `--fit` measures the weights on the seed kept for it and writes them first.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { markdownTable, seconds } from '../bench/table.mjs';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';

const MAIN = join(ROOT, 'dist', 'tools', 'bench-identity', 'src', 'main.js');
const WEIGHTS = join(ROOT, 'libs', 'identity', 'src', 'model', 'weights.yaml');
const USAGE = 'npm run bench:identity -- [--fit] [--quick] [--only accuracy|files|speed]';

/** Two sources are the state's file and a court's extract; RAP sheets are the third. */
const ACCURACY = 40_000;
const SPEED = [100_000, 1_000_000];
/** Rows of the state's file; about a hundred are one person, and each person has about ten cases of the court. */
const FILES = [50_000, 400_000];

/** @param {string[]} args */
function optionsOf(args) {
  const options = { fit: false, quick: false, only: '' };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--fit') options.fit = true;
    else if (args[i] === '--quick') options.quick = true;
    else if (args[i] === '--only' && /^(accuracy|files|speed)$/.test(args[i + 1] ?? '')) options.only = args[++i] ?? '';
    else throw new Error(`unknown option ${args[i]}: ${USAGE}`);
  }
  return options;
}

/** Runs in a process of its own, so that its memory is its own. @param {string} call of the built module */
function alone(call) {
  const script = `Promise.resolve(require(${JSON.stringify(MAIN)}).${call}).then((row) => console.log(JSON.stringify(row)))`;
  const { status, stdout } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${call} failed`);
  return JSON.parse(stdout);
}

/** The fields of the file anew; comments and settings stay. @param {{ fields: Record<string, Record<string, { m: number, u: number }>> }} model */
function writeWeights({ fields }) {
  const text = readFileSync(WEIGHTS, 'utf8');
  const lines = Object.entries(fields).flatMap(([field, levels]) => [
    `  ${field}:`,
    ...Object.entries(levels).map(([level, { m, u }]) => `    ${level}: { m: ${m}, u: ${u} }`),
  ]);
  const head = text.slice(0, text.indexOf('\nfields:\n'));
  const fitted = head.replace(/^fitted: .*$/m, `fitted: ${ACCURACY} records of seed 1 of tools/bench-identity`);
  writeFileSync(WEIGHTS, `${fitted}\nfields:\n${lines.join('\n')}\n`);
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(3)} %`;

/** @param {any} row */
const accuracyOf = (row) => [
  percent(row.precision),
  percent(row.precisionByModel),
  percent(row.recall),
  percent(row.recallByModel),
  String(row.wrongPairs),
  percent(row.asks / row.pairsLookedAt),
  `${row.asks} (${row.asksOfOne})`,
  String(row.pairsLookedAt),
];
const ACCURACY_HEAD = [
  'precision',
  'without CII',
  'recall',
  'without CII',
  'wrong pairs',
  'asked of pairs',
  'asked (of one person)',
  'pairs looked at',
];

const FILES_HEAD = [
  'through the files',
  'records',
  'people',
  'precision without CII',
  'recall',
  'without CII',
  'wrong pairs',
  'asked',
  'counts of both sources made one',
  'wrongly',
  'found at the court only',
  'CPU seconds',
  'peak MB',
];

try {
  const options = optionsOf(process.argv.slice(2));
  await build(ROOT);
  if (options.fit) {
    writeWeights(alone(`fitted(${ACCURACY})`));
    spawnSync(process.execPath, [join(ROOT, 'tools', 'compile-yaml', 'compile.mjs')], { stdio: 'inherit' });
    await build(ROOT);
  }
  if (options.only === '' || options.only === 'accuracy') {
    const { UNSEEN_SEEDS } = createRequire(import.meta.url)(MAIN);
    const seeds = options.quick ? UNSEEN_SEEDS.slice(0, 1) : UNSEEN_SEEDS;
    const rows = seeds.map((/** @type {number} */ seed) => {
      const row = alone(`row(${seed}, ${ACCURACY}, true)`);
      return [`seed ${seed}`, String(row.records), String(row.people), ...accuracyOf(row)];
    });
    console.log(markdownTable(['three sources', 'records', 'people', ...ACCURACY_HEAD], rows));
  }
  if (options.only === '' || options.only === 'files') {
    const runs = options.quick
      ? [[106, FILES[0]]]
      : [...[106, 107, 108].map((seed) => [seed, FILES[0]]), [109, FILES[1]]];
    const rows = runs.map(([seed, size]) => {
      const row = alone(`filesRow(${seed}, ${size})`);
      return [
        `seed ${seed}`,
        String(row.records),
        String(row.people),
        percent(row.precisionByModel),
        percent(row.recall),
        percent(row.recallByModel),
        String(row.wrongPairs),
        String(row.asks),
        `${row.countsMatched} of ${row.countsInBoth}`,
        String(row.countsWronglyOne),
        `${row.onlyAtCourtFound} of ${row.onlyAtCourt}`,
        seconds(row.cpuSeconds),
        row.peakMegabytes.toFixed(0),
      ];
    });
    console.log(`\n${markdownTable(FILES_HEAD, rows)}`);
  }
  if (options.only === '' || options.only === 'speed') {
    const rows = (options.quick ? SPEED.slice(0, 1) : SPEED).map((records) => {
      const row = alone(`row(201, ${records}, false)`);
      return [
        String(row.records),
        seconds(row.seconds),
        seconds(row.cpuSeconds),
        row.peakMegabytes.toFixed(0),
        ...accuracyOf(row),
      ];
    });
    console.log(
      `\n${markdownTable(['two sources, records', 'seconds', 'CPU seconds', 'peak MB', ...ACCURACY_HEAD], rows)}`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
