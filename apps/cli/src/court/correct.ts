import { type CourtUpdateRow, type ListedSheet } from '@clearway/court-exchange';
import {
  batchCorrected,
  correctedChain,
  type BatchDifference,
  type BatchState,
  compareRows,
  differenceOfRows,
  type FileChange,
  isDifferent,
  NO_DIFFERENCE,
  type RowsCompared,
} from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { readBatchFolder, verifyFolder } from './batch-folder';
import { batchNamed, BatchShelf, isFolder } from './batch-shelf';
import { takeIn } from './batches';
import { BookFolder, type BookOptions } from './book-folder';
import { putList } from './list-output';
import { assertCopyHolds, showChanges } from './verify';
import { recordedBy } from './who';

export interface VoidOptions extends BookOptions {
  readonly why: string;
  readonly by?: string;
}

/** Takes a release back before the batch is sent, with what differs from what was signed. */
export async function voidRelease(what: string, options: VoidOptions, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const batch = batchNamed(state, what);
  const shelf = new BatchShelf(options.filingBook);
  const changes = await changesOfCopy(shelf, batch, terminal);
  const later = batch.outdated ? await rowsCompared(shelf, batch.batch, batch.outdated.by) : undefined;
  const difference: BatchDifference = { ...(later ? differenceOfRows(later) : NO_DIFFERENCE), files: [...changes] };
  await BookFolder.record(options, recordedBy(options.by), () => [
    { kind: 'release-voided', batch: batch.batch, why: options.why, difference },
  ]);
  showChanges(changes, terminal);
  if (later) await putList(differenceList(later), 'What differs', undefined, terminal);
  terminal.say(
    `voided       the release of batch ${batch.batch}${isDifferent(difference) ? '' : '; its files and lines are as they were signed'}`,
  );
  terminal.result({ batch: batch.batch, difference });
}

/** What differs between the book's copy and what was made; a copy that cannot be read differs as a whole. */
async function changesOfCopy(
  shelf: BatchShelf,
  { batch, manifestSha256 }: BatchState,
  terminal: Terminal,
): Promise<readonly FileChange[]> {
  const broken: FileChange = { path: 'manifest.json', kind: 'manifest', what: 'missing' };
  const folder = await shelf.folderOf(batch).catch(() => undefined);
  if (!folder) return [broken];
  const { changes } = await verifyFolder(folder, terminal.signal);
  return folder.manifestSha256 === manifestSha256 ? changes : [...changes, { ...broken, what: 'changed' }];
}

export interface CorrectOptions extends BookOptions {
  readonly with: string;
  readonly why: string;
  readonly rest: 'withdrawn' | 'stays';
  readonly withdraw: readonly string[];
  readonly by?: string;
}

/** Puts a new batch, whose manifest names the old one, in the place of a released one. */
export async function correct(what: string, options: CorrectOptions, terminal: Terminal): Promise<void> {
  const id = (await isFolder(options.with))
    ? await takeIn(await readBatchFolder(options.with), options, terminal)
    : options.with;
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const [old, next] = [batchNamed(state, what), batchNamed(state, id)];
  const shelf = new BatchShelf(options.filingBook);
  await assertCopyHolds(options.filingBook, next.batch, next.manifestSha256, terminal);
  const compared = await rowsCompared(shelf, old.batch, next.batch);
  const { events } = await BookFolder.record(options, recordedBy(options.by), (now) => {
    const [before, later] = [now.batches.get(old.batch), now.batches.get(next.batch)];
    if (!before || !later) return [];
    // A line can still stand in a batch that the old one had corrected.
    const further = correctedChain(now, later)
      .filter(({ batch }) => batch !== before.batch)
      .map((each) => batchCorrected(each, later, options.why))
      .filter(({ moved }) => moved.length > 0);
    return [
      batchCorrected(before, later, options.why, options.rest === 'withdrawn' ? 'rest' : options.withdraw),
      ...further,
    ];
  });
  if (compared) await putList(differenceList(compared), 'What differs', undefined, terminal);
  const linked = events.flatMap((event) => (event.kind === 'batch-corrected' ? [event] : []));
  const moved = linked.reduce((sum, event) => sum + event.moved.length, 0);
  const withdrawn = linked.reduce((sum, event) => sum + event.withdrawn.length, 0);
  terminal.say(
    `corrected    batch ${old.batch} by ${next.batch}: ${counted(moved, 'line goes', 'lines go')} on there, ${grouped(withdrawn)} withdrawn. Release it next.`,
  );
  terminal.result({ batch: old.batch, correctedBy: next.batch, moved, withdrawn });
}

/** Shows which lines two batches have more, fewer, or with other values. */
export async function difference(
  first: string,
  second: string,
  options: BookOptions & { readonly out?: string },
  terminal: Terminal,
): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).state();
  const rowsOf = async (what: string): Promise<readonly CourtUpdateRow[]> => {
    if (await isFolder(what)) return (await readBatchFolder(what)).update.rows;
    const rows = (await new BatchShelf(options.filingBook).folderOf(batchNamed(state, what).batch))?.update.rows;
    if (!rows)
      throw new CliError('batch.no-data-file', 'The copy of this batch is destroyed: its lines cannot be compared.');
    return rows;
  };
  const compared = compareRows(await rowsOf(first), await rowsOf(second));
  const { added, removed, changed } = compared;
  terminal.say(
    `difference   ${counted(added.length, 'line', 'lines')} more, ${grouped(removed.length)} fewer, ${grouped(changed.length)} changed`,
  );
  await putList(differenceList(compared), 'What differs', options.out, terminal);
  terminal.result(differenceOfRows(compared));
}

async function rowsCompared(shelf: BatchShelf, before: string, after: string): Promise<RowsCompared | undefined> {
  const [old, next] = [
    await shelf.folderOf(before).catch(() => undefined),
    await shelf.folderOf(after).catch(() => undefined),
  ];
  return old && next ? compareRows(old.update.rows, next.update.rows) : undefined;
}

function differenceList({ added, removed, changed }: RowsCompared): ListedSheet {
  const row = (
    what: string,
    { ref, caseNumber, defendant, count, section, relief }: CourtUpdateRow,
    field = '',
    before = '',
    after = '',
  ): string[] => [
    what,
    ref,
    caseNumber,
    defendant,
    count === 0 ? '' : String(count),
    section,
    relief,
    field,
    before,
    after,
  ];
  return {
    name: 'Difference',
    heads: ['what', 'ref', 'case_number', 'defendant', 'count', 'section', 'relief', 'field', 'before', 'after'],
    rows: [
      ...added.map((each) => row('added', each)),
      ...removed.map((each) => row('removed', each)),
      ...changed.flatMap(({ before, fields }) =>
        fields.map(({ field, before: old, after }) => row('changed', before, field, old, after)),
      ),
    ],
    widths: { ref: 20, defendant: 30, relief: 24, field: 24, before: 30, after: 30 },
  };
}
