import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { AfterOrder, type GrantedLine, readCourtFile, type Seen } from '@clearway/filing-book';
import { grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { BatchShelf } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { eachHistory } from './decide-state-files';
import { putList } from './list-output';
import { countedBy } from './match';
import { rowsByRef } from './reports';

export interface AfterOrderOptions extends BookOptions {
  readonly file: readonly string[];
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

/** Compares what was granted with a refreshed file of the state, or a court's own list: what did not change is a list. */
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
  const kinds = await Promise.all(options.file.map(async (path) => ({ path, state: await isStateFile(path) })));
  const stateFiles = kinds.filter((each) => each.state).map(({ path }) => path);
  if (stateFiles.length > 0) await eachHistory(stateFiles, terminal, (history) => after.addHistory(history));
  for (const { path } of kinds.filter((each) => !each.state))
    for (const row of readCourtFile(await readFile(path), basename(path))) after.addCourtRow(row);
  const seen = after.finish();
  const counts = countedBy(seen.map((each) => each.seen));
  terminal.say(
    `granted      ${grouped(lines.length)} lines${lines.length > granted.length ? `, ${grouped(lines.length - granted.length)} of them without rows (their copy is destroyed)` : ''}`,
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

const HEAD_BYTES = 65_536;

/** A file of the state has its column CNT_ORDER in the first line, or no heads and nearly a hundred columns. */
async function isStateFile(path: string): Promise<boolean> {
  const head = await headOf(path);
  if (head[0] === 0x50 && head[1] === 0x4b) return false;
  const line = head.toString('latin1').split(/\r\n|\r|\n/, 1)[0] ?? '';
  return /CNT_ORDER/i.test(line) || line.split(',').length > 60;
}

async function headOf(path: string): Promise<Buffer> {
  const raw = createReadStream(path, { end: HEAD_BYTES });
  const source = path.toLowerCase().endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const pieces: Buffer[] = [];
  try {
    for await (const piece of source) pieces.push(piece as Buffer);
  } catch (error) {
    // The end of a packed file is cut off here; a file that is not there has no piece.
    if (pieces.length === 0) throw error;
  }
  return Buffer.concat(pieces);
}
