import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvRows, OldResults, OldResultsError, type OldLayout } from '@clearway/earlier-tools';
import { type Terminal } from '../terminal/terminal';

export interface ReadOldResults {
  readonly old: OldResults;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** Reads an office's old results, row by row; of each only the answers are kept. */
export async function readOldResults(paths: readonly string[], terminal: Terminal): Promise<ReadOldResults> {
  const old = new OldResults();
  const files: { name: string; sha256: string }[] = [];
  for (const path of paths) files.push({ name: basename(path), sha256: await readFile(path, old, terminal) });
  terminal.progress.finishLine();
  return { old, files };
}

async function readFile(path: string, old: OldResults, terminal: Terminal): Promise<string> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8');
  const rows = new CsvRows();
  let layout: OldLayout | undefined;
  let row = 0;
  let done = 0;
  const take = (fields: readonly string[]): void => {
    if (layout) old.add(layout, fields, ++row);
    else layout = old.open(path, fields);
  };
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    terminal.signal.throwIfAborted();
    const bytes = piece as Buffer;
    hash.update(bytes);
    for (const fields of rows.push(decoder.decode(bytes, { stream: true }))) take(fields);
    done += bytes.length;
    terminal.progress.update({ stage: 'old results', done, total: size, count: row, unit: 'rows' });
  }
  for (const fields of rows.push(decoder.decode())) take(fields);
  for (const fields of rows.end()) take(fields);
  if (row === 0)
    throw new OldResultsError(
      'old-results.empty',
      `${path}: there is no row of results in it. Give the file that the earlier tool wrote, whole.`,
    );
  return hash.digest('hex');
}
