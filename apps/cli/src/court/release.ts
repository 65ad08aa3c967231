import { createInterface } from 'node:readline/promises';
import { FormStoreError } from '@clearway/court-forms';
import { type BatchState, type BookState, DANGER_WORDS, DANGERS, deniedBefore } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { formFolderOf, type FormsOptions } from '../forms/form-folder-of';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { readBatchFolder } from './batch-folder';
import { batchNamed, BatchShelf, dangersOf, isFolder } from './batch-shelf';
import { takeIn } from './batches';
import { BookFolder, type BookOptions } from './book-folder';
import { assertCopyHolds } from './verify';
import { dayOr, pastDay, recordedBy } from './who';

export interface ReleaseOptions extends BookOptions, FormsOptions {
  readonly by: string;
  readonly on: string;
  readonly iHaveReadTheDangers?: boolean;
}

/** Records that somebody signed a batch, after everything was verified and the dangers were read. */
export async function release(what: string, options: ReleaseOptions, terminal: Terminal): Promise<void> {
  const id = (await isFolder(what)) ? await takeIn(await readBatchFolder(what), options, terminal) : what;
  const before = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const batch = batchNamed(before, id);
  const on = pastDay(options.on);
  await assertCopyHolds(options.filingBook, batch.batch, batch.manifestSha256, terminal);
  showDangers(batch, before, options.filingBook, terminal);
  const read = options.iHaveReadTheDangers === true || (await askedAndAnswered(terminal));
  if (!read)
    throw new CliError(
      'usage.dangers',
      'Nothing was released: the dangers must be read first. Work through danger_list.xlsx of the run, then say --i-have-read-the-dangers.',
    );
  const { events } = await BookFolder.record(options, options.by, () => [
    {
      kind: 'batch-released',
      batch: batch.batch,
      manifestSha256: batch.manifestSha256,
      signedBy: options.by,
      on,
      dangersRead: true,
    },
  ]);
  await noteForms(batch.batch, options, terminal);
  terminal.say(
    `released     batch ${batch.batch}, ${counted(batch.lines.size, 'line', 'lines')}, signed by ${options.by} on ${on}`,
  );
  terminal.say(`manifest     ${batch.manifestSha256}`);
  terminal.say(`book         ${events[0]?.sha256 ?? ''}`);
  terminal.result({
    batch: batch.batch,
    manifestSha256: batch.manifestSha256,
    signedBy: options.by,
    on,
    event: events[0]?.sha256 ?? '',
  });
}

/** The editions on which a released batch was filled are kept from being removed. */
async function noteForms(batch: string, options: ReleaseOptions, terminal: Terminal): Promise<void> {
  const folder = await new BatchShelf(options.filingBook).folderOf(batch);
  for (const { form, edition } of folder?.manifest.forms ?? []) {
    try {
      await formFolderOf(options).noteUse(form, edition, `batch ${batch}`);
    } catch (error) {
      if (!(error instanceof FormStoreError)) throw error;
      terminal.warn(
        `${form}, edition ${edition}, on which the batch was filled, is not in ${formFolderOf(options).folder}: give --forms, or register it again, and keep it.`,
      );
    }
  }
}

function showDangers(batch: BatchState, state: BookState, book: string, terminal: Terminal): void {
  const put = (line: string): void => (terminal.json ? undefined : terminal.warn(line));
  const denied = deniedBefore(batch, state);
  if (batch.dangers === null)
    put(
      'dangers      no danger_list.csv stood beside the batch: look through the lines yourself, or take it in from the folder of its run.',
    );
  else if (Object.keys(batch.dangers).length === 0 && denied === 0) put('dangers      none');
  else put(`dangers      lines, the gravest first; each stands in ${dangersOf(book, batch.batch)}:`);
  for (const danger of DANGERS) {
    const count = batch.dangers?.[danger] ?? 0;
    if (count > 0)
      put(`  ${grouped(count).padStart(7)}  ${danger}: ${DANGER_WORDS[danger].what} ${DANGER_WORDS[danger].todo}`);
  }
  if (denied > 0)
    put(
      `  ${grouped(denied).padStart(7)}  denied-before: a court denied these lines in another batch. See that something is different now, and say it in the motion.`,
    );
}

/** On a terminal a question; elsewhere nobody can answer. */
async function askedAndAnswered(terminal: Terminal): Promise<boolean> {
  if (process.stdin.isTTY !== true || terminal.json) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question('Were all of these looked at, and is the batch released? Write yes: ', {
      signal: terminal.signal,
    });
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    lines.close();
  }
}

export interface SentOptions extends BookOptions {
  readonly on?: string;
  readonly how: string;
  readonly by?: string;
}

/** Records that a batch went to the court, after its copy was verified once more. */
export async function sent(what: string, options: SentOptions, terminal: Terminal): Promise<void> {
  const batch = batchNamed((await BookFolder.open(options.filingBook)).assertBegun().state(), what);
  const on = pastDay(dayOr(options.on));
  await assertCopyHolds(options.filingBook, batch.batch, batch.manifestSha256, terminal);
  await BookFolder.record(options, recordedBy(options.by), () => [
    { kind: 'batch-sent', batch: batch.batch, on, how: options.how },
  ]);
  terminal.say(`sent         batch ${batch.batch} on ${on}; ${counted(batch.lines.size, 'line is', 'lines are')} open from that day`);
  terminal.result({ batch: batch.batch, on });
}
