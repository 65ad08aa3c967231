import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  ExchangeFileError,
  listedCsv,
  problemText,
  readCourtWords,
  readReceipts,
  receiptForm,
  receiptFormWorkbook,
} from '@clearway/court-exchange';
import { checkReceipt, type CheckedReceipt, type DraftEvent, standingOf } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { writeWorkbook } from '../review/review';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { today } from '../terminal/today';
import { sha256 } from './batch-folder';
import { batchNamed, BatchShelf } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { isWorkbookName, writeText } from './list-output';
import { countedBy, wordsOf } from './match';
import { recordedBy } from './who';

export interface ReceiptOptions extends BookOptions {
  readonly by: string;
  readonly batch?: string;
  readonly on?: string;
  readonly words?: string;
  readonly partial?: boolean;
}

/** Takes a court's answer per line into the book, after comparing it with what was filed. */
export async function receipt(path: string, options: ReceiptOptions, terminal: Terminal): Promise<void> {
  const bytes = await readFile(path);
  const words =
    options.words === undefined
      ? undefined
      : readCourtWords(await readFile(options.words, 'utf8'), basename(options.words));
  const opened = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const lines = readReceipts(bytes, basename(path), {
    on: options.on === undefined ? 0 : Number(options.on.replaceAll('-', '')),
    today: today(),
    ...(options.batch === undefined ? {} : { batch: batchNamed(opened, options.batch).batch }),
    ...(words ? { words: words.receipt } : {}),
  });
  const shelf = await new BatchShelf(options.filingBook).load(
    [...new Set(lines.map(({ batch }) => batch))].filter((batch) => opened.batches.has(batch)),
  );
  let checked: CheckedReceipt | undefined;
  const { events, state } = await BookFolder.record(options, recordedBy(options.by), (now): DraftEvent[] => {
    checked = checkReceipt(now, shelf.rowsOf, lines, basename(path));
    if (checked.problems.length > 0 && !options.partial) throw new ExchangeFileError(checked.problems);
    return [...checked.taken].map(([batch, taken]) => ({
      kind: 'receipt-recorded',
      batch,
      fileSha256: sha256(bytes),
      lines: taken.map((line) => ({ ...line })),
    }));
  });
  for (const problem of checked?.problems ?? []) terminal.warn(`left out: ${problemText(problem)}`);
  const recorded = events.flatMap((event) => (event.kind === 'receipt-recorded' ? event.lines : []));
  const counts = countedBy(recorded.map(({ answer }) => answer));
  const { known = 0, passedOver = 0, problems = [] } = checked ?? {};
  terminal.say(
    `answers      ${counted(recorded.length, 'line', 'lines')} recorded${wordsOf(counts)}, ${grouped(known)} known already, ${grouped(problems.length)} left out`,
  );
  if (passedOver > 0)
    terminal.say(`             * passed over ${counted(passedOver, 'line', 'lines')} that the court answered before`);
  let open = 0;
  for (const event of events) {
    const batch = event.kind === 'receipt-recorded' ? state.batches.get(event.batch) : undefined;
    if (!batch) continue;
    const still = [...batch.lines.values()].filter((line) => standingOf(batch, line) === 'open').length;
    open += still;
    terminal.say(
      `batch        ${batch.batch}: ${grouped(still)} of ${counted(batch.lines.size, 'line', 'lines')} ${still === 1 ? 'is' : 'are'} still open (event ${event.sha256.slice(0, 12)})`,
    );
  }
  terminal.result({ recorded: counts, known, passedOver, leftOut: problems.length, open });
}

/** Writes a list of the lines that are open, for a clerk to fill in. */
export async function writeReceiptForm(
  what: string,
  { filingBook, out }: { readonly filingBook: string; readonly out: string },
  terminal: Terminal,
): Promise<void> {
  const asWorkbook = isWorkbookName(out);
  const batch = batchNamed((await BookFolder.open(filingBook)).assertBegun().state(), what);
  const folder = await new BatchShelf(filingBook).folderOf(batch.batch);
  if (!folder) throw new CliError('batch.no-data-file', 'The copy of this batch is destroyed: no form can be written.');
  const rows = folder.update.rows.filter(({ ref }) => {
    const line = batch.lines.get(ref);
    return line !== undefined && ['open', 'not-found', 'mismatch', 'not-filed'].includes(standingOf(batch, line));
  });
  if (asWorkbook) await writeWorkbook(out, receiptFormWorkbook(batch.batch, rows), terminal);
  else await writeText(out, listedCsv(receiptForm(batch.batch, rows)));
  terminal.say(`form         ${out} (${counted(rows.length, 'line', 'lines')})`);
  terminal.result({ out, lines: rows.length });
}
