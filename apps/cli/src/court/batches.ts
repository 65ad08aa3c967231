import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ListedSheet } from '@clearway/court-exchange';
import {
  type BatchDangers,
  batchMade,
  type BatchState,
  countsOf,
  dangersOfPackets,
  type DraftEvent,
} from '@clearway/filing-book';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { type BatchFolder, copyBatch, findBatchFolders, readBatchFolder } from './batch-folder';
import { dangersOf, shelfOf } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { CliError } from '../cli-error';
import { putList, writeText } from './list-output';
import { recordedBy } from './who';

export interface BatchesOptions extends BookOptions {
  readonly by?: string;
  readonly out?: string;
}

/** Takes folders of batches into the book, then lists every batch with what became of its lines. */
export async function batches(paths: readonly string[], options: BatchesOptions, terminal: Terminal): Promise<void> {
  for (const path of paths) {
    const folders = await findBatchFolders(path);
    if (folders.length === 0)
      throw new CliError(
        'batch.no-manifest',
        `${path}: no manifest.json stands there or below. Name the folder of a batch, or of a run with papers.`,
      );
    for (const folder of folders) await takeIn(await readBatchFolder(folder), options, terminal);
  }
  const book = (await BookFolder.open(options.filingBook)).assertBegun();
  if (book.torn)
    terminal.warn(
      'Note: the last line of the book was torn off by a crash. It was never recorded, and goes with the next event; do that step again.',
    );
  const all = [...book.state().batches.values()];
  await putList(listOf(all), 'Batches', options.out, terminal);
  for (const { batch, outdated, supersededBy } of all) {
    if (outdated)
      terminal.warn(
        `batch ${batch} is signed, but a later run (batch ${outdated.by}) decided otherwise: ${counted(outdated.added.length, 'line', 'lines')} more, ${grouped(outdated.removed.length)} fewer, ${grouped(outdated.changed.length)} changed. It cannot be sent. \`clearway court difference ${batch} ${outdated.by}\` shows them; void it, or take the later one back with undo.`,
      );
    if (supersededBy !== undefined)
      terminal.warn(`batch ${batch} was made again as ${supersededBy}: release that one.`);
  }
  terminal.result({
    batches: all.map((each) => ({
      batch: each.batch,
      stage: each.stage,
      court: each.court.name,
      agency: each.agency,
      corrects: each.corrects,
      supersededBy: each.supersededBy ?? null,
      outdatedBy: each.outdated?.by ?? null,
      counts: countsOf(each),
    })),
  });
}

function listOf(all: readonly BatchState[]): ListedSheet {
  const heads = [
    'batch',
    'stage',
    'courthouse',
    'prosecuting_agency',
    'as_of',
    'signed_by',
    'signed_on',
    'sent_on',
    'corrects',
    'corrected_by',
    'lines',
    'granted',
    'denied',
    'already_relieved',
    'destroyed',
    'not_found',
    'mismatch',
    'open',
    'not_filed',
    'moved',
    'withdrawn',
  ];
  const rows = all.map((each) => {
    const c = countsOf(each);
    const numbers = [
      c.lines,
      c.granted,
      c.denied,
      c['already-relieved'],
      c.destroyed,
      c['not-found'],
      c.mismatch,
      c.open,
      c['not-filed'],
      c.moved,
      c.withdrawn,
    ];
    const stage = each.supersededBy === undefined ? each.stage : 'made again';
    return [
      each.batch,
      stage,
      each.court.name,
      each.agency,
      each.asOf,
      each.released?.signedBy ?? '',
      each.released?.on ?? '',
      each.sent?.on ?? '',
      each.corrects,
      each.correctedBy.join(' '),
      ...numbers.map(String),
    ];
  });
  return { name: 'Batches', heads, rows, widths: { batch: 20, courthouse: 28, prosecuting_agency: 34 } };
}

/** Takes one batch in: a copy of its folder and of what its run says to be dangerous, then its first event. One that is known is left as it is. */
export async function takeIn(folder: BatchFolder, options: BatchesOptions, terminal: Terminal): Promise<string> {
  const { manifest, manifestSha256, update } = folder;
  const dangers = await dangersBeside(folder, terminal);
  const { events } = await BookFolder.record(options, recordedBy(options.by), async (state): Promise<DraftEvent[]> => {
    const known = state.batches.get(manifest.batch);
    if (known?.manifestSha256 === manifestSha256) return [];
    if (!known) {
      await copyBatch(folder, shelfOf(options.filingBook, manifest.batch));
      if (dangers) await writeText(dangersOf(options.filingBook, manifest.batch), dangers.csv);
    }
    return [batchMade(manifest, manifestSha256, update, dangers?.counts ?? null)];
  });
  terminal.say(
    `batch        ${manifest.batch} ${events.length === 0 ? 'stands in the book already' : 'taken in'}: ${manifest.court.name}, ${manifest.agency}, ${counted(manifest.totals.lines, 'line', 'lines')}, ${counted(manifest.totals.files, 'file', 'files')}, ${counted(manifest.totals.pages, 'page', 'pages')}`,
  );
  return manifest.batch;
}

/** How many folders up from a batch its run's danger list can stand: papers/COURTHOUSE/AGENCY. */
const LEVELS = 4;

/** The danger list of the run that the folder is of, for the packets of this batch; null where there is none. */
async function dangersBeside({ path, manifest }: BatchFolder, terminal: Terminal): Promise<BatchDangers | null> {
  let folder = path;
  for (let level = 0; level < LEVELS; level++, folder = dirname(folder)) {
    const file = join(folder, 'danger_list.csv');
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) continue;
    const own = dangersOfPackets(
      bytes,
      file,
      manifest.packets.map(({ packet }) => packet),
    );
    if (own) return own;
    terminal.warn(`${file}: rows cannot be read; make the run again.`);
    return null;
  }
  return null;
}
