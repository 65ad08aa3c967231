import { join } from 'node:path';
import { type FileChange, type VerifiedBatch } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { type BatchFolder, readBatchFolder, verifyFolder } from './batch-folder';
import { batchNamed, BatchShelf, isFolder, shelfOf } from './batch-shelf';
import { BookFolder } from './book-folder';

export const CHANGE_WORDS: Readonly<Record<FileChange['what'], string>> = {
  changed: 'its bytes are not those of the manifest',
  missing: 'it is missing',
  added: 'the manifest does not name it',
  unreadable: 'the reader cannot read it as a PDF',
  'page-count': 'it has another number of pages than the manifest says',
  'list-hash': 'the hash of the list of convictions is not the one that motion and order print',
  rows: 'its rows do not agree with the totals of the manifest',
};

/** Checks a batch's folder, or the book's copy of a batch. Exit code 7 when anything differs. */
export async function verify(
  what: string,
  { filingBook }: { readonly filingBook?: string },
  terminal: Terminal,
): Promise<number> {
  const folder = await folderOrCopy(what, filingBook);
  const changes = [...(await verified(folder, terminal)).changes];
  if (filingBook !== undefined) {
    const known = (await BookFolder.open(filingBook)).state().batches.get(folder.manifest.batch);
    if (known && known.manifestSha256 !== folder.manifestSha256)
      changes.push({ path: 'manifest.json', kind: 'manifest', what: 'changed' });
    if (known && known.stage !== 'made' && changes.length > 0)
      terminal.warn(
        `batch ${known.batch} is ${known.stage}: what is signed is not what stands there. Void the release (clearway court void), or take the folder from the backup.`,
      );
  }
  showChanges(changes, terminal);
  terminal.result({ batch: folder.manifest.batch, changes });
  return changes.length === 0 ? EXIT.done : EXIT.control;
}

/** Verifies a folder and says what was looked at. */
export async function verified(folder: BatchFolder, terminal: Terminal): Promise<VerifiedBatch> {
  const found = await verifyFolder(folder, terminal.signal, (done, total) =>
    terminal.progress.update({ stage: 'reading', done, total, count: done, unit: 'files' }),
  );
  const { files, pages, hashes, rows, formsNotRead } = found.checked;
  terminal.say(
    `verified     ${counted(files, 'file', 'files')}, ${counted(pages, 'page', 'pages')}, the hash of ${counted(hashes, 'list of convictions', 'lists of convictions')} in motion and order, ${counted(rows, 'row', 'rows')}: ${found.changes.length === 0 ? 'all as in the manifest' : `${grouped(found.changes.length)} differ`}`,
  );
  if (formsNotRead > 0)
    terminal.say(
      `             the pages of ${grouped(formsNotRead)} court forms could not be counted; their bytes are those of the manifest`,
    );
  return found;
}

export function showChanges(changes: readonly FileChange[], terminal: Terminal): void {
  for (const { path, what } of changes.slice(0, 50)) terminal.warn(`${path}: ${CHANGE_WORDS[what]}`);
  if (changes.length > 50) terminal.warn(`... and ${grouped(changes.length - 50)} more`);
}

/** Verifies the book's copy, and refuses with exit code 7 when anything differs. */
export async function assertCopyHolds(
  book: string,
  batch: string,
  manifestSha256: string,
  terminal: Terminal,
): Promise<BatchFolder> {
  const folder = await new BatchShelf(book).folderOf(batch);
  if (!folder)
    throw new CliError(
      'control.batch',
      `batch ${batch}: its copy is missing from ${shelfOf(book, batch)}. Take it from the backup.`,
    );
  const { changes } = await verified(folder, terminal);
  const all: readonly FileChange[] =
    folder.manifestSha256 === manifestSha256
      ? changes
      : [...changes, { path: 'manifest.json', kind: 'manifest', what: 'changed' }];
  showChanges(all, terminal);
  if (all.length > 0)
    throw new CliError(
      'control.batch',
      `batch ${batch}: ${all.length} difference(s) from what was made. Nothing was recorded. Take the folder from the run again, or void the release (clearway court void).`,
    );
  return folder;
}

async function folderOrCopy(what: string, book: string | undefined): Promise<BatchFolder> {
  if (await isFolder(what)) return readBatchFolder(what);
  if (book === undefined)
    throw new CliError(
      'usage.batch',
      `${what}: this is no folder. Name a batch's folder, or give --filing-book and the id of a batch.`,
    );
  const { batch } = batchNamed((await BookFolder.open(book)).state(), what);
  return readBatchFolder(join(shelfOf(book, batch)));
}
