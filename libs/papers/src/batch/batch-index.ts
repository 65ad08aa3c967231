import { csvRow, safeCell } from '@clearway/spreadsheets';
import { type CourtProfile } from '../courts/court-profile';
import { type FilingLine } from '../filing/filing-plan';
import { type IndexRow } from '../values/paper-given';

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
