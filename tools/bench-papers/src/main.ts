import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH_ROWS, type Measured } from './rows';
import { sampleForm } from './sample-form';

/** Runs one row in this process and prints what it measured as JSON. */
export async function runRow(id: string, formPath: string | undefined, quick: boolean): Promise<void> {
  const row = BENCH_ROWS.find((each) => each.id === id);
  if (!row) throw new Error(`there is no row ${id}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-papers-'));
  try {
    const form = formPath === undefined ? await sampleForm() : readFileSync(formPath);
    const measured: Measured | string = await row.run({
      form,
      filings: quick ? row.quickFilings : row.filings,
      folder,
    });
    process.stdout.write(`${JSON.stringify(measured)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows as the table names them. */
export const rows = BENCH_ROWS.map(({ id, name, plain, wantedSeconds }) => ({ id, name, plain, wantedSeconds }));
