import {
  type CourtColumns,
  type ExchangeProblem,
  listedCsv,
  listedWorkbook,
  readCourtTable,
  type ListedSheet,
} from '@clearway/court-exchange';
import { type Danger, DANGER_WORDS, DANGERS } from './danger';
import { type DangerLine } from './danger-book';

const HEADS = [
  'danger',
  'what',
  'what_to_do',
  'courthouse',
  'prosecuting_agency',
  'case_number',
  'defendant',
  'count',
  'section',
  'relief',
  'packet',
  'line',
  'detail',
] as const;

/** How many lines have each danger, in the order of dangers; those without a line are left out. */
export function dangerCounts(lines: readonly { readonly danger: Danger }[]): Readonly<Partial<Record<Danger, number>>> {
  const counts: Partial<Record<Danger, number>> = {};
  for (const danger of DANGERS) {
    const count = lines.filter((line) => line.danger === danger).length;
    if (count > 0) counts[danger] = count;
  }
  return counts;
}

function listOf(lines: readonly DangerLine[]): ListedSheet {
  return {
    name: 'Dangers',
    heads: HEADS,
    rows: lines.map((each) => {
      const { what, todo } = DANGER_WORDS[each.danger];
      return [
        each.danger,
        what,
        todo,
        each.courthouse,
        each.agency,
        each.caseNumber,
        each.name,
        each.count === 0 ? '' : String(each.count),
        each.citation,
        each.relief,
        each.packet,
        String(each.line),
        each.detail,
      ];
    }),
    widths: {
      danger: 24,
      what: 60,
      what_to_do: 60,
      courthouse: 30,
      prosecuting_agency: 34,
      defendant: 28,
      relief: 24,
      detail: 30,
    },
  };
}

/** `danger_list.csv`: one row for each danger of each line. No id of a person. */
export function dangerListCsv(lines: readonly DangerLine[]): string {
  return listedCsv(listOf(lines));
}

/** `danger_list.xlsx`: the same rows, and a sheet with how many lines have each danger and what to do. */
export function dangerListWorkbook(lines: readonly DangerLine[]): AsyncGenerator<Uint8Array> {
  const counts = dangerCounts(lines);
  const summary: ListedSheet = {
    name: 'Counts',
    heads: ['danger', 'lines', 'what', 'what_to_do'],
    rows: DANGERS.map((danger) => [
      danger,
      String(counts[danger] ?? 0),
      DANGER_WORDS[danger].what,
      DANGER_WORDS[danger].todo,
    ]),
    widths: { danger: 28, lines: 10, what: 80, what_to_do: 80 },
  };
  return listedWorkbook('Look at these before you sign', [summary, listOf(lines)]);
}

/** A row of a danger list, read back: what a release shows. */
export interface ListedDanger {
  readonly danger: Danger;
  readonly packet: string;
  readonly line: number;
  readonly caseNumber: string;
  readonly detail: string;
  /** Physical line of the list. */
  readonly row: number;
}

const COLUMNS = {
  danger: [],
  packet: [],
  line: [],
  case_number: [],
  detail: [],
} as const satisfies CourtColumns<string>;

/** Reads `danger_list.csv` back. Throws nothing: rows that are no danger of this version go to `problems`. */
export function readDangerList(bytes: Uint8Array, file: string, problems: ExchangeProblem[]): readonly ListedDanger[] {
  const table = readCourtTable<keyof typeof COLUMNS>(bytes, file, COLUMNS, ['danger', 'packet', 'line'], problems);
  return (table?.rows ?? []).flatMap((row): ListedDanger[] => {
    const danger = DANGERS.find((each) => each === row.text('danger'));
    if (danger === undefined) row.problem('danger', 'is no danger of this version: make the run again');
    return danger === undefined
      ? []
      : [
          {
            danger,
            packet: row.text('packet'),
            line: Number(row.text('line')) || 0,
            caseNumber: row.text('case_number'),
            detail: row.text('detail'),
            row: row.line,
          },
        ];
  });
}
