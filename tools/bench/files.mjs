// The synthetic files that are measured, made once and kept.
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../setup/setup.mjs';

export const COUNTY = 'LOS ANGELES';
const SEED = 2020;
/** csv-parse with its default options refuses files with these, so the file that both read has none of them. */
const WITHOUT = new Set([
  'empty-lines',
  'too-few-fields',
  'too-many-fields',
  'bare-quote',
  'unclosed-quote',
  'bad-count-order',
  'blank-subject-id',
]);

/**
 * @param {import('./arguments.mjs').Variant} variant @param {string} folder @param {(line: string) => void} say
 * @returns {{ path: string, bytes: number }}
 */
export function countyFile(variant, folder, say) {
  const { synthesizeSync, KINDS } = createRequire(join(ROOT, 'dist', 'index.js'))('@clearway/synthetic-county');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `county-${variant.rows}-${variant.scatter}.csv`);
  if (!existsSync(path)) {
    say(
      `making ${variant.rows} rows${variant.scatter > 0 ? `, ${variant.scatter * 100} % of the people scattered` : ''} ...`,
    );
    const kinds = KINDS.map((/** @type {{ name: string }} */ kind) => kind.name).filter(
      (/** @type {string} */ name) => !WITHOUT.has(name),
    );
    const unfinished = `${path}.unfinished`;
    const file = openSync(unfinished, 'w', 0o600);
    try {
      for (const bytes of synthesizeSync({
        county: COUNTY,
        rows: variant.rows,
        seed: SEED,
        scatter: variant.scatter,
        kinds,
        workDir: folder,
      }))
        writeSync(file, bytes);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  }
  return { path, bytes: statSync(path).size };
}

/** Reads the file once, so that every part finds it in memory. @param {string} path */
export function warm(path) {
  const buffer = Buffer.allocUnsafe(1 << 22);
  const file = openSync(path, 'r');
  try {
    while (readSync(file, buffer, 0, buffer.length, null) > 0);
  } finally {
    closeSync(file);
  }
}
