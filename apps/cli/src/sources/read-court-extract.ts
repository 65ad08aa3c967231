import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { historiesOf, readExtract } from '@clearway/court-extract';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Terminal } from '../terminal/terminal';
import { mappingOf } from './mapping-option';
import { accountResult, sayAccount, sayRows } from './say-extract';

/** Says what a mapping makes of a court's export; `rows` of them are shown. Rejected rows ask for another exit code. */
export async function readCourtExtract(
  path: string,
  { mapping, rows }: { readonly mapping: string; readonly rows: number },
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await readFile(path);
  const extract = readExtract(bytes, await mappingOf(mapping));
  sayRows(extract, rows, terminal);
  sayAccount(extract, terminal);
  if (terminal.json) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    terminal.result({ ...accountResult(extract), histories: [...historiesOf(extract, { file: 0, sha256 })] });
  }
  return extract.rejected.some(({ reason }) => reason !== 'repeated') ? EXIT.input : EXIT.done;
}
