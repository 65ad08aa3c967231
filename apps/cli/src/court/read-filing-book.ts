import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBookInput, type ReadBookInput } from '@clearway/outputs';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';

/** What a run takes from the book in a folder. Throws a CliError where no book stands, a BookFileError where it was changed. */
export async function readFilingBook(folder: string): Promise<ReadBookInput> {
  const bytes = await readFile(join(folder, 'book.jsonl')).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    throw new CliError('book.empty', `${folder}: no book of filings stands there yet. Check --filing-book.`);
  });
  return readBookInput(bytes);
}
