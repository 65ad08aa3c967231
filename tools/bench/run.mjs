#!/usr/bin/env node
// npm run bench [-- --rows N]: medians of interleaved runs over one synthetic file, as a table for docs/performance.md.
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { HOME, ROOT, ensureSpace, setUp } from '../setup/setup.mjs';
import { WrongBenchArguments, readBenchArguments, USAGE } from './arguments.mjs';
import { analyze, count } from './commands.mjs';
import { deciding } from './deciding.mjs';
import { countyFile, warm } from './files.mjs';
import { openServices, throughServices } from './services.mjs';
import { markdownTable, median, megabytes, seconds } from './table.mjs';

const FOLDER = join(HOME, 'bench');
const BYTES_A_ROW = 800;

/** @typedef {import('./arguments.mjs').Part} Part */
/** @typedef {import('./arguments.mjs').Variant} Variant */
/** @typedef {import('./commands.mjs').Measured} Measured */

/** @type {Record<Exclude<Part, 'deciding'>, string>} */
const TITLES = {
  count: '(a) csv-parse counting',
  analyze: '(b) clearway analyze',
  services: '(c) services, to the last determination',
  papers: '(d) services, with bulk papers and letters',
};

/** What issue and design want, beside what was measured; ratios to the count of the same file. @type {Record<string, Partial<Record<Part, { ratio?: string, memory?: string }>>>} */
const WANTED = {
  base: {
    analyze: { ratio: 'at least 7 times faster, aim 10', memory: '250 MB' },
    services: { ratio: 'at most 0.6 of (a)' },
    papers: { ratio: 'at most 1.5 of (a)' },
  },
  large: {
    analyze: { ratio: 'at least 7 times faster, aim 10', memory: '250 MB' },
    services: { ratio: 'at most 0.6 of (a)' },
    papers: { ratio: 'at most 1.5 of (a)' },
  },
  scattered: { analyze: { memory: '300 MB' } },
  shuffled: { analyze: { ratio: 'at most 3 times the time of base', memory: '500 MB' } },
};

/** @param {string} line */
const say = (line) => console.error(`[bench] ${line}`);

/**
 * The median of each number of the timed runs; memory is that of the run that was watched.
 * @param {Measured[]} runs @param {Measured | undefined} watched @returns {Measured}
 */
function medians(runs, watched) {
  const of = (/** @type {(one: Measured) => number} */ pick) => median(runs.map(pick));
  const names = [...(runs[0]?.processes?.keys() ?? [])];
  return {
    seconds: of((one) => one.seconds),
    peakBytes: watched?.peakBytes ?? 0,
    cpuSeconds: of((one) => one.cpuSeconds),
    processes: new Map(
      names.map((name) => [
        name,
        {
          cpuSeconds: of((one) => one.processes?.get(name)?.cpuSeconds ?? 0),
          peakBytes: watched?.processes?.get(name)?.peakBytes ?? 0,
        },
      ]),
    ),
  };
}

/** @param {string} name @param {Map<Part, Measured>} measured @param {{ rows: number, bytes: number }} file @param {number | undefined} baseAnalyze */
function print(name, measured, file, baseAnalyze) {
  const counted = measured.get('count')?.seconds;
  const rows = [...measured].map(([part, one]) => {
    const ratio =
      part === 'count' || counted === undefined
        ? ''
        : part === 'analyze'
          ? `${(counted / one.seconds).toFixed(1)} times faster${name === 'shuffled' && baseAnalyze ? `; ${(one.seconds / baseAnalyze).toFixed(1)} times base` : ''}`
          : `${(one.seconds / counted).toFixed(2)} of (a)`;
    const wanted = WANTED[name]?.[part];
    return [
      TITLES[part],
      seconds(one.seconds),
      `${Math.round(file.rows / one.seconds / 1000)},000`,
      ratio,
      wanted?.ratio ?? '',
      megabytes(one.peakBytes),
      wanted?.memory ?? '',
      seconds(one.cpuSeconds),
    ];
  });
  console.log(`\n### ${name}: ${file.rows} rows, ${megabytes(file.bytes)}\n`);
  console.log(markdownTable(['part', 'seconds', 'rows/s', 'ratio', 'wanted', 'peak memory', 'wanted', 'CPU s'], rows));
  for (const [part, one] of measured) {
    if (!one.processes || one.processes.size === 0) continue;
    console.log(`\n${TITLES[part]}, by process:\n`);
    console.log(
      markdownTable(
        ['process', 'CPU s', 'peak memory'],
        [...one.processes].map(([process, use]) => [process, seconds(use.cpuSeconds), megabytes(use.peakBytes)]),
      ),
    );
  }
}

/** @param {string[]} args */
async function bench(args) {
  const options = readBenchArguments(args);
  if (options.help) return void console.log(USAGE);
  if (process.platform !== 'linux') throw new Error('npm run bench reads /proc and runs on Linux only.');
  await setUp(say);
  await build(ROOT);
  const largest = Math.max(...options.variants.map((one) => one.rows));
  ensureSpace(HOME, largest * BYTES_A_ROW * 6);
  const needsServices = options.parts.some((part) => part === 'services' || part === 'papers');
  const services = needsServices ? await openServices(FOLDER, say) : undefined;
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
    say('stopping after this run ...');
  });
  try {
    console.log(
      `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1e9)} GB. Medians of ${options.runs} interleaved ${options.runs === 1 ? 'run' : 'runs'}, warm cache. Memory: PSS summed over the process tree, sampled every 0.1 s (services: 0.5 s) in a run of its own.`,
    );
    /** @type {number | undefined} */
    let baseAnalyze;
    for (const variant of options.variants) {
      const file = countyFile(variant, FOLDER, say);
      warm(file.path);
      /** @type {Map<Part, Measured[]>} */
      const runs = new Map(options.parts.filter((part) => part !== 'deciding').map((part) => [part, []]));
      /** @param {Part} part @param {boolean} watched @returns {Promise<Measured>} */
      const run = (part, watched) => {
        // What the part before it wrote is on the disk, or its writing would be charged to this one.
        execFileSync('sync');
        if (part === 'count') return count(file.path, watched);
        if (part === 'analyze') return analyze(file.path, FOLDER, options.threads, watched);
        return throughServices(
          /** @type {import('./services.mjs').Services} */ (services),
          file.path,
          part === 'papers',
          watched,
        );
      };
      for (let round = 1; round <= options.runs && !interrupted; round += 1) {
        for (const [part, done] of runs) {
          if (interrupted) break;
          const one = await run(part, false);
          say(`${variant.name}, round ${round}, ${part}: ${seconds(one.seconds)} s`);
          done.push(one);
        }
      }
      /** @type {Map<Part, Measured>} */
      const watched = new Map();
      for (const part of runs.keys()) {
        if (interrupted) break;
        const one = await run(part, true);
        say(`${variant.name}, memory, ${part}: ${megabytes(one.peakBytes)}`);
        watched.set(part, one);
      }
      const measured = new Map(
        [...runs].filter(([, done]) => done.length > 0).map(([part, done]) => [part, medians(done, watched.get(part))]),
      );
      if (variant.name === 'base') baseAnalyze = measured.get('analyze')?.seconds;
      if (measured.size > 0) print(variant.name, measured, { rows: variant.rows, bytes: file.bytes }, baseAnalyze);
      if (variant.name === 'base' && options.parts.includes('deciding') && !interrupted)
        deciding(file.path, { rows: variant.rows, runs: options.runs }, say);
      if (interrupted) break;
    }
  } finally {
    await services?.stop();
  }
}

bench(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof WrongBenchArguments ? 2 : 1;
});
