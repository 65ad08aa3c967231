#!/usr/bin/env node
// npm run bench:papers -- [--form FILE.pdf] [--only ROW,...] [--quick]: filings a second, side by side with how others do
// it. Each row runs in a process of its own, one after another.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { markdownTable } from '../bench/table.mjs';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';

const MAIN = join(ROOT, 'dist', 'tools', 'bench-papers', 'src', 'main.js');

/** @param {string[]} args */
function optionsOf(args) {
  /** @type {{ form?: string, only?: string[], quick: boolean }} */
  const options = { quick: false };
  for (let i = 0; i < args.length; i++) {
    const value = args[i + 1];
    if (args[i] === '--quick') options.quick = true;
    else if (args[i] === '--form' && value !== undefined) options.form = resolve(args[++i] ?? '');
    else if (args[i] === '--only' && value !== undefined) options.only = (args[++i] ?? '').split(',');
    else
      throw new Error(
        `unknown option ${args[i]}: npm run bench:papers -- [--form FILE.pdf] [--only ROW,...] [--quick]`,
      );
  }
  return options;
}

/** @param {string} id @param {{ form?: string, quick: boolean }} options */
function measured(id, { form, quick }) {
  const script = `require(${JSON.stringify(MAIN)}).runRow(${JSON.stringify(id)}, ${JSON.stringify(form) ?? 'undefined'}, ${quick}).catch((error) => { console.error(error); process.exitCode = 1; })`;
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`row ${id} failed`);
  return JSON.parse(stdout);
}

try {
  const options = optionsOf(process.argv.slice(2));
  await build(ROOT);
  /** @type {{ rows: { id: string, name: string, plain?: string, wantedSeconds?: number }[] }} */
  const { rows } = createRequire(import.meta.url)(MAIN);
  const unknown = options.only?.find((id) => !rows.some((row) => row.id === id));
  if (unknown !== undefined)
    throw new Error(`There is no row "${unknown}". There are: ${rows.map(({ id }) => id).join(', ')}.`);
  const wanted = rows.filter(({ id }) => options.only === undefined || options.only.includes(id));
  const results = new Map(wanted.map((row) => [row.id, measured(row.id, options)]));
  const each = (/** @type {string | undefined} */ id, /** @type {'seconds' | 'cpuSeconds'} */ of) => {
    const result = id === undefined ? undefined : results.get(id);
    return result && typeof result !== 'string' ? result[of] / result.filings : NaN;
  };
  /** @param {string} id @param {string | undefined} plain @param {'seconds' | 'cpuSeconds'} of */
  const times = (id, plain, of) => {
    const ratio = each(plain, of) / each(id, of);
    return Number.isNaN(ratio) ? '' : `${ratio.toFixed(0)} x`;
  };
  const lines = wanted.map(({ id, name, plain, wantedSeconds }) => {
    const result = results.get(id);
    if (typeof result === 'string') return [name, result, ...Array(9).fill('')];
    const limit = options.quick || wantedSeconds === undefined ? '' : ` (wanted < ${wantedSeconds})`;
    return [
      name,
      String(result.filings),
      (result.filings / result.seconds).toFixed(result.filings < result.seconds * 10 ? 2 : 0),
      result.lines === undefined ? '' : String(result.lines),
      result.lines === undefined ? '' : (result.lines / result.seconds).toFixed(0),
      `${result.seconds.toFixed(1)}${limit}`,
      ((result.cpuSeconds / result.filings) * 1000).toFixed(2),
      (result.bytesPerFiling / 1000).toFixed(1),
      result.peakMegabytes.toFixed(0),
      times(id, plain, 'seconds'),
      times(id, plain, 'cpuSeconds'),
    ];
  });
  console.log(
    markdownTable(
      [
        '',
        'filings',
        'a second',
        'lines',
        'a second',
        'seconds',
        'CPU ms each',
        'KB each',
        'peak MB',
        'x the plain way',
        'by CPU',
      ],
      lines,
    ),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
