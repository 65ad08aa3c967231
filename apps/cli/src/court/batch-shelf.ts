import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CourtUpdateRow } from '@clearway/court-exchange';
import { type BatchState, type BookState } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { type BatchFolder, readBatchFolder } from './batch-folder';

/** Where the book keeps its copy of a batch. */
export function shelfOf(book: string, batch: string): string {
  return join(book, 'batches', batch);
}

/** Where the book keeps what the run's danger list says of a batch. */
export function dangersOf(book: string, batch: string): string {
  return join(book, 'batches', `${batch}.danger_list.csv`);
}

/** The rows of batches, read once each; undefined where the copy was destroyed. */
export class BatchShelf {
  private readonly read = new Map<string, readonly CourtUpdateRow[] | undefined>();

  constructor(private readonly book: string) {}

  /** Reads the copies of these batches. */
  async load(batches: Iterable<string>): Promise<this> {
    for (const batch of batches) {
      if (this.read.has(batch)) continue;
      const folder = await this.folderOf(batch);
      this.read.set(batch, folder?.update.rows);
    }
    return this;
  }

  readonly rowsOf = (batch: string): readonly CourtUpdateRow[] | undefined => this.read.get(batch);

  /** Undefined where the whole copy is gone, as after a destruction; a copy in part is an error. */
  async folderOf(batch: string): Promise<BatchFolder | undefined> {
    const path = shelfOf(this.book, batch);
    return (await isFolder(path)) ? readBatchFolder(path) : undefined;
  }
}

/** The batch with this id or the beginning of one, four characters or more. */
export function batchNamed(state: BookState, name: string): BatchState {
  const wanted = name.trim().toLowerCase();
  const found = [...state.batches.values()].filter(({ batch }) =>
    wanted.length >= 4 ? batch.startsWith(wanted) : batch === wanted,
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new CliError(
    'usage.batch',
    found.length === 0
      ? 'No batch of the book has this id. `clearway court batches` shows them; a folder is taken in with `clearway court batches FOLDER`.'
      : 'Several batches begin like this: write more of the id.',
  );
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
