import { type FileCounts, fileLabels, type JoiningCounts } from '@clearway/reports';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';

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
  'SHA-256',
];

/** `sources.csv`: what became of each input. Rows of the state's and courts' files, lines of a sheet that say something; read = used + rejected. */
export function sourcesCsv(files: readonly FileCounts[], { byFile }: JoiningCounts): string {
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
    ].map(String);
    return csvRow(
      [
        labels[index] ?? file.name,
        file.source?.kind ?? 'state-file',
        file.source?.mapping ? `mapping ${file.source.mapping.name}` : '',
        ...numbers,
        file.sha256,
      ].map(safeCell),
    );
  });
  return `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}${rows.join('')}`;
}
