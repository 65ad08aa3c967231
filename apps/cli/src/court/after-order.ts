import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AfterOrder, type GrantedLine, readCourtFile, type Seen } from '@clearway/filing-book';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { BatchShelf } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { putList } from './list-output';
import { countedBy } from './match';
import { rowsByRef } from './reports';
import { refreshedFiles } from './refreshed-files';
import { readRunInputs } from '../sources/run-inputs';
import { withRunPeople } from '../sources/run-people';

export interface AfterOrderOptions extends BookOptions {
  readonly file: readonly string[];
  /** `FILE=MAPPING`: a court's export that is joined with the other files. */
  readonly mapping?: readonly string[];
  /** Decisions of the office: who is one person. */
  readonly decisions?: string;
  readonly out?: string;
  readonly all?: boolean;
}

export const SEEN_WORDS: Readonly<Record<Seen, string>> = {
  'did-not-change': 'granted, and the conviction still stands as it stood',
  'cannot-tell': 'the file says something that must be read by a person',
  'not-in-file': 'neither person nor case is in the file',
  changed: 'the file shows the relief',
  gone: 'the conviction is not in the record any more',
};

/** Compares what was granted with refreshed files of the state, courts and RAP sheets, or a court's own list: what did not change is a list. */
export async function afterOrder(options: AfterOrderOptions, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const lines = [...state.batches.values()].flatMap((batch) =>
    [...batch.lines.values()].flatMap((line) =>
      line.answer?.answer === 'granted' ? [{ batch: batch.batch, line, on: line.answer.on }] : [],
    ),
  );
  const shelf = await new BatchShelf(options.filingBook).load(new Set(lines.map(({ batch }) => batch)));
  const rows = rowsByRef(
    shelf,
    lines.map(({ batch }) => batch),
  );
  const granted = lines.flatMap(({ batch, line, on }): GrantedLine[] => {
    const row = rows(batch, line.ref);
    return row ? [{ batch, ref: line.ref, on, row }] : [];
  });
  const after = new AfterOrder(granted);
  const { records, lists } = refreshedFiles(await readRunInputs(options.file, options, undefined));
  if (records)
    await withRunPeople(records, terminal, async ({ histories, stateFiles, sources }) => {
      const sheets = new Set(sources.others.filter(({ kind }) => kind === 'rap-sheet').map(({ index }) => index));
      // Only the state's record can show that a conviction is gone: a court never had the others.
      const isOfState = (file: number): boolean => file < stateFiles || sheets.has(file);
      for await (const history of histories('comparing'))
        after.addHistory(history, { whole: history.subjects.some(({ file }) => isOfState(file)) });
    });
  for (const path of lists)
    for (const row of readCourtFile(await readFile(path), basename(path))) after.addCourtRow(row);
  const seen = after.finish();
  const counts = countedBy(seen.map((each) => each.seen));
  terminal.say(
    `granted      ${counted(lines.length, 'line', 'lines')}${lines.length > granted.length ? `, ${grouped(lines.length - granted.length)} of them without rows (their copy is destroyed)` : ''}`,
  );
  for (const what of Object.keys(SEEN_WORDS) as Seen[])
    terminal.say(`  ${grouped(counts[what] ?? 0).padStart(7)}  ${what}: ${SEEN_WORDS[what]}`);
  const listed = options.all
    ? seen
    : seen.filter((each) => each.seen === 'did-not-change' || each.seen === 'cannot-tell');
  await putList(
    {
      name: 'After the order',
      heads: [
        'seen',
        'courthouse',
        'case_number',
        'defendant',
        'count',
        'section',
        'relief',
        'order_date',
        'line_in_file',
        'batch',
        'ref',
      ],
      rows: listed.map(({ seen: what, row, on, line, batch, ref }) => [
        what,
        row.courthouse,
        row.caseNumber,
        row.defendant,
        row.count === 0 ? '' : String(row.count),
        row.section,
        row.relief,
        on,
        line === 0 ? '' : String(line),
        batch,
        ref,
      ]),
      widths: { courthouse: 28, defendant: 28, relief: 24, batch: 20, ref: 20 },
    },
    'What did not change',
    options.out,
    terminal,
  );
  terminal.result({
    granted: lines.length,
    withoutRows: lines.length - granted.length,
    ...Object.fromEntries((Object.keys(SEEN_WORDS) as Seen[]).map((what) => [what, counts[what] ?? 0])),
  });
}
