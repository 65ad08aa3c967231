import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BatchManifest, type CourtUpdate, type CourtUpdateRow, listedCsv } from '@clearway/court-exchange';
import { type ResendLine, resendLines, resendList } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { counted as countedWords } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { sha256 } from './batch-folder';
import { BatchShelf, isFolder } from './batch-shelf';
import { BookFolder, type BookOptions, settle } from './book-folder';
import { putList, writeText } from './list-output';
import { rowsByRef } from './reports';

export interface ResendOptions extends BookOptions {
  readonly out?: string;
  readonly to?: string;
}

/** What the court did not find or found different: the list, and with `--to` a batch of data for each batch that is concerned. */
export async function resend(options: ResendOptions, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const lines = resendLines(state);
  const shelf = await new BatchShelf(options.filingBook).load(new Set(lines.map(({ batch }) => batch.batch)));
  const rows = rowsByRef(
    shelf,
    lines.map(({ batch }) => batch.batch),
  );
  terminal.say(`send again   ${countedWords(lines.length, 'line', 'lines')}`);
  await putList(resendList(lines, rows), 'What is sent again', options.out, terminal);
  const folders = options.to === undefined ? [] : await writeBatches(options.to, lines, shelf);
  for (const { folder, batch, corrects, count } of folders) {
    terminal.say(
      `batch        ${folder}: ${countedWords(count, 'line', 'lines')}. Next: clearway court correct ${corrects} --with ${folder} --why "sent again", then release and send batch ${batch}.`,
    );
  }
  terminal.result({ lines: lines.length, batches: folders });
}

interface Written {
  readonly folder: string;
  readonly batch: string;
  readonly corrects: string;
  readonly count: number;
}

async function writeBatches(to: string, lines: readonly ResendLine[], shelf: BatchShelf): Promise<readonly Written[]> {
  const written: Written[] = [];
  for (const old of new Set(lines.map(({ batch }) => batch.batch))) {
    const source = await shelf.folderOf(old);
    if (!source)
      throw new CliError(
        'batch.no-data-file',
        `The copy of batch ${old} is destroyed: its lines cannot be sent again from the book.`,
      );
    const answers = new Map(
      lines.filter(({ batch }) => batch.batch === old).map(({ line }) => [line.ref, line.answer?.caseNumber ?? '']),
    );
    const rows = source.update.rows
      .filter(({ ref }) => answers.has(ref))
      .map((row) => sentAgain(row, answers.get(row.ref) ?? ''));
    written.push(await writeBatch(to, source.manifest, old, rows));
  }
  return written;
}

/** Under the number that the court gave; the number that was filed becomes the former one. */
function sentAgain(row: CourtUpdateRow, caseNumber: string): CourtUpdateRow {
  return caseNumber === '' ? row : { ...row, caseNumber, formerCaseNumber: row.formerCaseNumber || row.caseNumber };
}

/** A batch of data alone: the order stands, and the court only has to find the lines. */
async function writeBatch(
  to: string,
  source: BatchManifest,
  corrects: string,
  rows: readonly CourtUpdateRow[],
): Promise<Written> {
  const batch = sha256(`clearway sent again\n${corrects}\n${JSON.stringify(rows)}`).slice(0, 16);
  const folder = join(to, batch);
  if (await isFolder(folder)) return { folder, batch, corrects, count: rows.length };
  const update: CourtUpdate = { format: 'clearway-court-update-1', batch, rows };
  const files = new Map([
    ['court_update.csv', { kind: 'court-update' as const, public: true, text: publicCsv(rows) }],
    [
      'confidential/court_update.json',
      { kind: 'court-update' as const, public: false, text: `${JSON.stringify(update, null, 1)}\n` },
    ],
    ['control_totals.csv', { kind: 'control-totals' as const, public: true, text: totalsCsv(rows) }],
  ]);
  const packets = source.packets
    .filter(({ packet }) => rows.some((row) => row.packet === packet))
    .map((packet) => ({ ...packet, ...countsOf(rows.filter((row) => row.packet === packet.packet)) }));
  const manifest: BatchManifest = {
    ...source,
    batch,
    corrects,
    packets,
    files: [...files].map(([path, { kind, public: isPublic, text }]) => ({
      path,
      kind,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
      pages: 0,
      public: isPublic,
      packets: [],
    })),
    totals: {
      packets: packets.length,
      files: files.size,
      pages: 0,
      ...countsOf(rows),
      byRelief: counted(rows.map(({ relief }) => relief)),
      byCaseEffect: counted(rows.map(({ caseEffect }) => caseEffect)),
    },
  };
  const unfinished = join(to, `.unfinished-${batch}`);
  await rm(unfinished, { recursive: true, force: true });
  for (const [path, text] of [
    ...[...files].map(([path, { text }]) => [path, text] as const),
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`] as const,
  ]) {
    await mkdir(dirname(join(unfinished, path)), { recursive: true, mode: 0o700 });
    await writeText(join(unfinished, path), text);
  }
  await settle(unfinished, folder);
  return { folder, batch, corrects, count: rows.length };
}

function publicCsv(rows: readonly CourtUpdateRow[]): string {
  return listedCsv({
    name: 'Lines',
    heads: [
      'ref',
      'courthouse',
      'case_number',
      'former_case_number',
      'other_case_numbers',
      'defendant',
      'count',
      'section',
      'conviction_date',
      'relief',
      'statute',
      'case_effect',
      'order_file',
    ],
    rows: rows.map((row) => [
      row.ref,
      row.courthouse,
      row.caseNumber,
      row.formerCaseNumber,
      row.otherCaseNumbers.join('; '),
      row.defendant,
      row.count === 0 ? '' : String(row.count),
      row.section,
      row.convictionDate,
      row.relief,
      row.statute,
      row.caseEffect,
      row.orderFile,
    ]),
  });
}

function totalsCsv(rows: readonly CourtUpdateRow[]): string {
  const { lines, cases, people } = countsOf(rows);
  return listedCsv({
    name: 'Totals',
    heads: ['lines', 'cases', 'defendants'],
    rows: [[lines, cases, people].map(String)],
  });
}

function countsOf(rows: readonly CourtUpdateRow[]): {
  readonly lines: number;
  readonly cases: number;
  readonly people: number;
} {
  return {
    lines: rows.length,
    cases: new Set(rows.map(({ caseNumber }) => caseNumber)).size,
    people: new Set(rows.map(({ defendant, matchKeys }) => matchKeys.cii || defendant)).size,
  };
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
