import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@clearway/spreadsheets';

export type Row = Readonly<Record<string, string>>;

/** Rows of a CSV by the names of its columns. */
export function tableOf(text: string): Row[] {
  const [head, ...rows] = [...readCsv(text.replace(/^\uFEFF/, ''))].map(({ fields }) => fields);
  return rows.map((fields) => Object.fromEntries(fields.map((cell, column) => [head?.[column] ?? '', cell])));
}

/** Hashes of all files below a folder but the log. */
export function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'run.log.json',
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
