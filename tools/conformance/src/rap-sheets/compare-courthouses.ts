import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@clearway/earlier-tools';
import { courthouseOf } from '@clearway/record';

/** The earlier tool's courthouse strings (column `raw` of `courthouses.csv`) that the list here lacks. Undefined without the file. */
export function unknownCourthouses(
  folder: string,
): { readonly of: number; readonly unknown: readonly string[] } | undefined {
  const path = join(folder, 'courthouses.csv');
  if (!existsSync(path)) return undefined;
  const strings = readCsv(readFileSync(path, 'utf8'))
    .slice(1)
    .map(([raw = '']) => raw)
    .filter((each) => each !== '');
  return { of: strings.length, unknown: strings.filter((each) => !courthouseOf(each).known) };
}
