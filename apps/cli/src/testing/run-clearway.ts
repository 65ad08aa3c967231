import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@clearway/spreadsheets';

const BIN = join(__dirname, '..', '..', '..', '..', 'tools', 'cli', 'clearway.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program; nobody can be asked. */
export function clearway(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** The same with `--json`; fails where it did not end well. */
export async function told(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { code, out, err } = await clearway(...args, '--json');
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
}

/** The rows of a CSV file that it wrote, by the heads of its columns. */
export function rowsOf(path: string): Record<string, string>[] {
  const [head, ...rows] = [...readCsv(readFileSync(path, 'utf8').replace('\uFEFF', ''))].map(({ fields }) => fields);
  return rows.map((fields) => Object.fromEntries((head ?? []).map((name, i) => [name, fields[i] ?? ''])));
}
