import {
  type Count,
  type CountDoubt,
  courtOrder,
  type History,
  HistoryAssembler,
  type PersonKey,
  personIdOf,
  type RecordProblem,
  type RowFacts,
  saysConvicted,
  settleRows,
} from '@clearway/record';
import { type CountRow, type CourtExtract, type Defendant } from '../reading/court-extract';

/** Which file of the run's inputs the export is. */
export interface ExtractSource {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  readonly sha256: string;
}

/** The state's files number cycles from 101; here each case is one. */
const FIRST_CYCLE = 101;

/** A history for each defendant, in the order of the file, as every other source gives it. */
export function* historiesOf(extract: CourtExtract, source: ExtractSource): Generator<History> {
  const assembler = new HistoryAssembler();
  for (const each of extract.defendants) yield historyOf(each, source, assembler);
}

function historyOf(
  { key, cii, sharesCii, cases, incomplete, twoCiis }: Defendant,
  source: ExtractSource,
  assembler: HistoryAssembler,
): History {
  cases.forEach(({ rows }, index) => {
    const cycle = String(FIRST_CYCLE + index).padStart(3, '0');
    for (const { count, facts } of convictionsFirst(rows)) {
      const row: RowFacts = { ...facts, file: source.file, order: courtOrder(cycle, '001', count) };
      assembler.add(row);
    }
  });
  const county = cases[0]?.rows[0]?.facts.county ?? '';
  const person = personIdOf(cii === '' || sharesCii ? keyWithoutCii(key, county, source) : { cii });
  const history = withDoubtfulNumbers(settleRows(assembler.finish({ person, incomplete, twoCiis })), cases);
  const unknown = unknownCodes(cases, source.file);
  if (unknown.length === 0) return history;
  return { ...history, incomplete: true, problems: [...history.problems, ...unknown] };
}

/** Rows with a code that nobody knows, each once: a row can be of several counts. */
function unknownCodes(cases: Defendant['cases'], file: number): readonly RecordProblem[] {
  const rows = new Map<number, RecordProblem>();
  for (const { rows: own } of cases)
    for (const { codeUnknown, facts } of own)
      if (codeUnknown)
        rows.set(facts.row, { code: 'unknown-court-code', at: { file, row: facts.row, line: facts.line } });
  return [...rows.values()];
}

/** A count begins with its conviction, wherever its rows stand: it has the day of its first row. */
function convictionsFirst(rows: readonly CountRow[]): readonly CountRow[] {
  const byCount = new Map<number, CountRow[]>();
  for (const row of rows) {
    const known = byCount.get(row.count);
    if (known) known.push(row);
    else byCount.set(row.count, [row]);
  }
  if (byCount.size === rows.length) return rows;
  return [...byCount.values()].flatMap((own) => {
    const first = own.findIndex(({ facts }) => saysConvicted(facts.disposition));
    return first <= 0 ? own : [own[first]!, ...own.slice(0, first), ...own.slice(first + 1)];
  });
}

/** The next export of the same court has the same ids, so that decisions about its people hold. */
function keyWithoutCii(key: string, county: string, { sha256 }: ExtractSource): PersonKey {
  return county === '' ? { fileSha256: sha256, subjectId: key } : { register: `court ${county}`, key };
}

/** Counts of rows whose case number lost zeros: papers would name another case. */
function withDoubtfulNumbers(history: History, cases: Defendant['cases']): History {
  const lost = new Set<number>();
  for (const { rows } of cases) for (const { zerosLost, facts } of rows) if (zerosLost) lost.add(facts.row);
  if (lost.size === 0) return history;
  const cycles = history.cycles.map((cycle) => ({
    ...cycle,
    steps: cycle.steps.map((step) => ({
      ...step,
      counts: step.counts.map((count): Count => {
        if (!count.rows.some(({ row }) => lost.has(row))) return count;
        return { ...count, doubts: [...new Set<CountDoubt>([...(count.doubts ?? []), 'case-number'])].sort() };
      }),
    })),
  }));
  return { ...history, cycles };
}
