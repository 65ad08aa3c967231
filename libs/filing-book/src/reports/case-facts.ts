import { type CourtUpdateRow, listedCsv, plainCaseNumber } from '@clearway/court-exchange';
import { isFullDate, parsePartialDate } from '@clearway/record';
import { type BookState, type LineState } from '../state/book-state';

/** The columns of a facts file that the book can fill. */
const HEADS = [
  'cii',
  'case_number',
  'count',
  'section',
  'conviction_date',
  'granted_on',
  'destroyed',
  'source',
] as const;

/** Why a line that the court answered is not in the facts. */
export type NoFactReason = 'denied' | 'no-cii' | 'several-counts' | 'rows-destroyed';

export interface BookFacts {
  /** A facts file, as `clearway analyze --facts` reads it. */
  readonly csv: string;
  readonly rows: number;
  readonly granted: number;
  readonly destroyed: number;
  readonly left: readonly { readonly batch: string; readonly ref: string; readonly reason: NoFactReason }[];
}

/**
 * What courts did, as facts of cases for the next run. A line whose count cannot be told from another of the same case, section and
 * day that stands otherwise is left out and listed: a fact about the wrong count would stop somebody's relief.
 */
export function bookFacts(
  state: BookState,
  rowsOf: (batch: string) => readonly CourtUpdateRow[] | undefined,
): BookFacts {
  const found: { readonly row: CourtUpdateRow; readonly line: LineState; readonly batch: string }[] = [];
  const left: { batch: string; ref: string; reason: NoFactReason }[] = [];
  const standings = new Map<string, Set<string>>();
  for (const batch of state.batches.values()) {
    const answered = [...batch.lines.values()].filter(isDone);
    if (answered.length === 0) continue;
    const rows = new Map(rowsOf(batch.batch)?.map((row) => [row.ref, row]));
    for (const line of batch.lines.values()) {
      const row = rows.get(line.ref);
      if (row) standings.set(looseKey(row), (standings.get(looseKey(row)) ?? new Set()).add(`${factOf(line)}`));
      if (!isDone(line)) continue;
      // The law has no fact "denied": only a recorded challenge takes relief away. A person looks at what was denied.
      if (line.answer?.answer === 'denied') left.push({ batch: batch.batch, ref: line.ref, reason: 'denied' });
      else if (!row) left.push({ batch: batch.batch, ref: line.ref, reason: 'rows-destroyed' });
      else if (row.matchKeys.cii === '') left.push({ batch: batch.batch, ref: line.ref, reason: 'no-cii' });
      else found.push({ row, line, batch: batch.batch });
    }
  }
  const cells: string[][] = [];
  const counts = { granted: 0, destroyed: 0 };
  for (const { row, line, batch } of found) {
    const exact = /^\d{12}$/.test(row.matchKeys.countOrder ?? '');
    if (!exact && (standings.get(looseKey(row))?.size ?? 0) > 1) {
      left.push({ batch, ref: line.ref, reason: 'several-counts' });
      continue;
    }
    const answer = line.answer;
    const granted = answer?.answer === 'granted' ? answer.on : answer?.answer === 'already-relieved' ? 'yes' : '';
    if (granted !== '') counts.granted += 1;
    if (answer?.answer === 'destroyed') counts.destroyed += 1;
    const day = row.convictionDate.replaceAll('-', '');
    cells.push([
      row.matchKeys.cii,
      row.formerCaseNumber || row.caseNumber,
      exact ? (row.matchKeys.countOrder ?? '') : '',
      exact ? '' : row.section,
      !exact && isFullDate(parsePartialDate(day)) ? row.convictionDate : '',
      granted,
      answer?.answer === 'destroyed' ? 'yes' : '',
      `batch ${batch}, line ${line.ref}`,
    ]);
  }
  cells.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  return { csv: listedCsv({ name: 'Facts', heads: HEADS, rows: cells }), rows: cells.length, ...counts, left };
}

function isDone({ answer, movedTo }: LineState): boolean {
  return !movedTo && answer !== undefined && answer.answer !== 'not-found' && answer.answer !== 'mismatch';
}

function factOf({ answer }: LineState): string {
  return answer === undefined ? 'open' : `${answer.answer} ${answer.on}`;
}

/** What a facts row without the count would speak of. */
function looseKey({ matchKeys, caseNumber, formerCaseNumber, section, convictionDate }: CourtUpdateRow): string {
  return [matchKeys.cii, plainCaseNumber(formerCaseNumber || caseNumber), section, convictionDate].join('\n');
}
