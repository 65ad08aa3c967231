import { csvRow, safeCell } from '@clearway/spreadsheets';
import { type CourtProfile } from '../courts/court-profile';
import { type FilingOptions } from '../filing/filing-options';
import { type FilingBatch, type FilingLine } from '../filing/filing-plan';
import { counted, longDate } from '../filing/printed-values';
import { type Block, type Paper, type TableColumn } from '../paper/paper';
import { paperValues } from '../paper/paper-values';
import { INDEX_WORDS } from '../words/batch-words';
import { fillWords } from '../words/fill-words';

/** Where the papers of a case are. */
export interface IndexRow {
  readonly caseNumber: string;
  /** '' where public papers show no names. */
  readonly defendant: string;
  readonly packet: string;
  /** Path within the batch. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
}

export const INDEX_COLUMNS = ['case_number', 'defendant', 'packet', 'file', 'page', 'copies'] as const;

/** `index.csv`, piece by piece. */
export function* indexCsv(rows: Iterable<IndexRow>, copies: number): Generator<Uint8Array> {
  let text = csvRow(INDEX_COLUMNS);
  for (const { caseNumber, defendant, packet, file, page } of rows) {
    text += csvRow([caseNumber, defendant, packet, file, String(page), String(copies)].map(safeCell));
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** The index for people. */
export function indexPaper(
  batch: FilingBatch,
  id: string,
  corrects: string,
  rows: readonly IndexRow[],
  options: FilingOptions,
): Paper {
  const { profile } = batch;
  const lines = batch.packets.flatMap((packet) => packet.lines);
  const whole = { id, kind: 'bulk' as const, folder: '', courthouse: batch.courthouse, agency: batch.agency, lines };
  const values = {
    ...(lines.length === 0 ? {} : paperValues(whole, options)),
    packets: counted(batch.packets.length, 'packet'),
    lines: counted(lines.length, 'count'),
    batch: id,
    corrects,
    copies: String(profile.filing.copies),
    by: profile.confirmed?.by ?? '',
    on: profile.confirmed ? longDate(Number(profile.confirmed.on.replaceAll('-', ''))) : '',
  };
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: fillWords(text, values), tight: true });
  const names = profile.filing.public.names;
  return {
    title: INDEX_WORDS.title,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `b${id}`,
    blocks: [
      { kind: 'centred', text: INDEX_WORDS.heading, bold: true, spaceAfter: 8 },
      paragraph(INDEX_WORDS.opening),
      paragraph(profile.confirmed ? INDEX_WORDS.confirmed : INDEX_WORDS.notConfirmed),
      ...(profile.filing.copies > 1 ? [paragraph(INDEX_WORDS.copies)] : []),
      ...(corrects === '' ? [] : [paragraph(INDEX_WORDS.corrects)]),
      {
        kind: 'table',
        columns: names ? WITH_NAMES : WITHOUT_NAMES,
        rows: rows.map(({ caseNumber, defendant, packet, file, page }) => [
          caseNumber,
          ...(names ? [defendant] : []),
          packet,
          file,
          String(page),
        ]),
      },
    ],
  };
}

/** Widths add up to the 504 points between the margins of a letter page. */
const WITH_NAMES: readonly TableColumn[] = [
  { title: INDEX_WORDS.caseNumber, width: 90 },
  { title: INDEX_WORDS.defendant, width: 134 },
  { title: INDEX_WORDS.packet, width: 90 },
  { title: INDEX_WORDS.file, width: 148 },
  { title: INDEX_WORDS.page, width: 42, align: 'right' },
];
const WITHOUT_NAMES: readonly TableColumn[] = [
  { title: INDEX_WORDS.caseNumber, width: 140 },
  { title: INDEX_WORDS.packet, width: 110 },
  { title: INDEX_WORDS.file, width: 212 },
  { title: INDEX_WORDS.page, width: 42, align: 'right' },
];

/** The first line of each case, with its place among the lines. */
export function firstLines(lines: readonly FilingLine[]): readonly (readonly [FilingLine, number])[] {
  const seen = new Set<string>();
  return lines.flatMap((line, i) => {
    const key = `${line.caseNumber}\n${line.name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [[line, i] as const];
  });
}

/** A defendant's name where the court's public papers show it. */
export function shownName({ filing }: CourtProfile, { name }: FilingLine): string {
  return filing.public.names ? name : '';
}
