import { type Flow } from '@clearway/typesetting';
import { fileLabels } from '../run/file-labels';
import { type FileCounts } from '../run/reported-run';
import { type SummaryInput } from '../summary/summary-json';
import { heading, table } from './sections';
import { counted, grouped } from './words';

/** Sheets that are named because something of them was not read. */
const NAMED_SHEETS = 20;

type Numbers = Pick<FileCounts, 'rowsRead' | 'rowsUsed' | 'rowsRejected' | 'people'>;

/** What was read, file by file; RAP sheets together. */
export function filesRead(flow: Flow, { run }: SummaryInput): void {
  heading(flow, 'What was read');
  const rows = filesReadRows(run.files);
  table(
    flow,
    [
      ['File', 5],
      ['Rows read', 2, 'right'],
      ['Rows used', 2, 'right'],
      ['Rows rejected', 2, 'right'],
      ['People', 2, 'right'],
    ],
    rows,
  );
  const sheets = isMany(run.files) ? ' sources.csv has every RAP sheet in a row of its own.' : '';
  flow.paragraph(
    `A person with rows in two files stands in both lines.${sheets} Every number of this report is set beside a second count of it in tie_out.xlsx.`,
    { size: 9, leading: 12, style: 'italic', spaceAfter: 4 },
  );
}

/** Hundreds of sheets would be pages: they are one row, with those below it that have rejected lines or gave no count, the worst first. */
export function filesReadRows(files: readonly FileCounts[]): readonly (readonly string[])[] {
  const labels = fileLabels(files.map(({ name }) => name));
  const named = files.map((file, i) => ({ file, label: labels[i] ?? file.name }));
  if (!isMany(files)) return named.map(({ file, label }) => cells(label, file));
  const sheets = named.filter(({ file }) => isSheet(file));
  const troubled = sheets
    .filter(({ file }) => file.rowsRejected > 0 || file.source?.rowsInHistories === 0)
    .sort((one, other) => other.file.rowsRejected - one.file.rowsRejected);
  const rest = troubled.slice(NAMED_SHEETS).map(({ file }) => file);
  return [
    ...named.filter(({ file }) => !isSheet(file)).map(({ file, label }) => cells(label, file)),
    cells(counted(sheets.length, 'RAP sheet', 'RAP sheets'), sumOf(sheets.map(({ file }) => file))),
    ...troubled.slice(0, NAMED_SHEETS).map(({ file, label }) => cells(`of these ${label}`, file)),
    ...(rest.length === 0
      ? []
      : [cells(`of these ${grouped(rest.length)} more with rejected lines or without a count`, sumOf(rest))]),
  ];
}

function isSheet({ source }: FileCounts): boolean {
  return source?.kind === 'rap-sheet';
}

function isMany(files: readonly FileCounts[]): boolean {
  return files.filter(isSheet).length > 1;
}

function cells(label: string, { rowsRead, rowsUsed, rowsRejected, people }: Numbers): readonly string[] {
  return [label, ...[rowsRead, rowsUsed, rowsRejected, people].map(grouped)];
}

function sumOf(files: readonly Numbers[]): Numbers {
  const sum = (of: keyof Numbers): number => files.reduce((total, file) => total + file[of], 0);
  return {
    rowsRead: sum('rowsRead'),
    rowsUsed: sum('rowsUsed'),
    rowsRejected: sum('rowsRejected'),
    people: sum('people'),
  };
}
