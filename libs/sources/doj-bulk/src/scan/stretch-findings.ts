import { cellText } from '../bytes/cell-reader';
import { type RejectReason } from '../rows/rejected-row';
import { type RowReader } from '../rows/row-reader';
import { countFilledLines } from './line-count';

/** A row that was not used. Numbers are relative to the stretch. */
export interface RejectedRow {
  /** Physical line, from 0. */
  readonly line: number;
  /** Column of the state file, from 0. */
  readonly column: number;
  readonly reason: RejectReason;
  readonly subjectId: string;
  readonly cii: string;
  /** Rows used before it. */
  readonly rowsBefore: number;
}

/** Rows of one subject and CII that stand together, one entry each. Numbers are relative to the stretch. */
export interface Runs {
  readonly subjectIds: string[];
  readonly ciis: string[];
  readonly starts: number[];
  readonly rows: number[];
  readonly lines: number[];
}

/** What is in a stretch of whole lines of a file. */
export interface StretchFindings {
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
  readonly emptyLines: number;
  readonly lines: number;
  /** Lines that continue a record and are not empty. */
  readonly continuations: number;
  /** Counted apart from everything else. */
  readonly filledLines: number;
  readonly runs: Runs;
  readonly counties: readonly string[];
  /** Where a record begins whose quote is still open at the end of the stretch; -1 when there is none. */
  readonly openAt: number;
}

/** Goes through `bytes[from, limit)` and says what is there. One byte of room is needed behind the limit. */
export function findInStretch(
  reader: RowReader,
  bytes: Buffer,
  from: number,
  limit: number,
  final: boolean,
): StretchFindings {
  const runs: Runs = { subjectIds: [], ciis: [], starts: [], rows: [], lines: [] };
  const rejected: RejectedRow[] = [];
  const counties = new Set<string>();
  let used = 0;
  let emptyLines = 0;
  let continuations = 0;
  let lines = 0;
  let openAt = -1;
  let lastSubject = '';
  let lastCii = '';
  let lastCounty = '';
  reader.over(bytes, limit, final, from);
  for (let result = reader.next(); result !== 'end'; result = reader.next()) {
    if (result === 'open') {
      openAt = reader.start;
      break;
    }
    lines = reader.line + reader.lines;
    continuations += reader.continuations;
    if (result === 'empty') {
      emptyLines++;
      continue;
    }
    const { subjectId, cii } = reader;
    if (result === 'rejected') {
      rejected.push({
        line: reader.line,
        column: reader.column,
        reason: reader.reason,
        subjectId,
        cii,
        rowsBefore: used,
      });
      continue;
    }
    if (used === 0 || subjectId !== lastSubject || cii !== lastCii) {
      lastSubject = subjectId;
      lastCii = cii;
      runs.subjectIds.push(subjectId);
      runs.ciis.push(cii);
      runs.starts.push(reader.start);
      runs.rows.push(used);
      runs.lines.push(reader.line);
    }
    const county = reader.county();
    if (county !== lastCounty) {
      lastCounty = county;
      if (county !== '') counties.add(county);
    }
    const alike = reader.passAlike();
    used += 1 + alike;
    lines += alike;
  }
  reader.memory?.countiesMet((cells, start, end) => {
    const county = cellText(cells, start, end).toUpperCase();
    if (county !== '') counties.add(county);
  });
  const filledLines = countFilledLines(bytes, from, openAt < 0 ? limit : openAt, reader.memory);
  return { used, rejected, emptyLines, lines, continuations, filledLines, runs, counties: [...counties], openAt };
}
