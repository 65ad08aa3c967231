import { type FileCounts, fileLabels, type JoiningCounts } from '@clearway/reports';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { type DoneListCounts } from '../done-cases';

const COLUMNS = [
  'File',
  'Kind',
  'Read By',
  'Lines',
  'Read',
  'Used',
  'Rejected',
  'People',
  'Records Joined',
  'Questions Who Is Who',
  'To Look At',
  'SHA-256',
];

function readBy({ source }: FileCounts): string {
  if (source?.pictures) return `not read: pictures without text on page ${source.pictures.join(', ')}`;
  return source?.mapping ? `mapping ${source.mapping.name}` : '';
}

/**
 * `sources.csv`: what became of each input. Rows of the state's and courts' files, lines of a sheet that say something; read = used + rejected.
 * Of a list of what was done a row is used when it had an effect. `To Look At`: rows of `source_notes.csv`.
 */
export function sourcesCsv(
  files: readonly FileCounts[],
  { byFile }: JoiningCounts,
  lists: readonly DoneListCounts[] = [],
): string {
  const labels = fileLabels(files.map(({ name }) => name));
  const rows = files.map((file, index) => {
    const { joined, asked } = byFile[index] ?? { joined: 0, asked: 0 };
    const numbers = [
      file.lines,
      file.rowsRead,
      file.rowsUsed,
      file.rowsRejected,
      file.source?.histories ?? file.people,
      joined,
      asked,
      file.source?.notes ?? 0,
    ].map(String);
    return csvRow(
      [labels[index] ?? file.name, file.source?.kind ?? 'state-file', readBy(file), ...numbers, file.sha256].map(
        safeCell,
      ),
    );
  });
  for (const { name, sha256, mapping, rows: read, used, people, joined, asked } of lists) {
    const numbers = [read, used, read - used, people, joined, asked, 0].map(String);
    rows.push(csvRow([name, 'done-list', `mapping ${mapping}`, '', ...numbers, sha256].map(safeCell)));
  }
  return `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}${rows.join('')}`;
}
