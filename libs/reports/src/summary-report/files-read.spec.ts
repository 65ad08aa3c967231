import { type FileCounts } from '../run/reported-run';
import { filesReadRows } from './files-read';

const file = (name: string, rowsRead: number, rowsRejected = 0, source?: FileCounts['source']): FileCounts => ({
  name,
  sha256: '',
  bytes: 0,
  lines: rowsRead,
  emptyLines: 0,
  filledLines: rowsRead,
  continuationLines: 0,
  rowsRead,
  rowsUsed: rowsRead - rowsRejected,
  rowsRejected,
  people: 1,
  ...(source ? { source } : {}),
});
const sheet = (name: string, rejected = 0, rowsInHistories = 5): FileCounts =>
  file(name, 10, rejected, {
    kind: 'rap-sheet',
    histories: 1,
    rowsInHistories,
    namedRows: rowsInHistories,
    notes: 0,
    grants: 0,
  });
const extract = file('court.csv', 50, 1, {
  kind: 'court-extract',
  histories: 9,
  rowsInHistories: 49,
  namedRows: 49,
  notes: 0,
  grants: 0,
});

it('names every file as long as there is one sheet at most', () => {
  expect(filesReadRows([file('county.dat', 1000), extract, sheet('a.pdf', 1)])).toEqual([
    ['county.dat', '1,000', '1,000', '0', '1'],
    ['court.csv', '50', '49', '1', '1'],
    ['a.pdf', '10', '9', '1', '1'],
  ]);
});

it('puts sheets together, and names those of which something is wrong, the worst first', () => {
  const sheets = [sheet('a.pdf'), sheet('b.pdf', 1), sheet('c.pdf', 4), sheet('d.pdf', 0, 0)];
  expect(filesReadRows([file('county.dat', 1000), extract, ...sheets])).toEqual([
    ['county.dat', '1,000', '1,000', '0', '1'],
    ['court.csv', '50', '49', '1', '1'],
    ['4 RAP sheets', '40', '35', '5', '4'],
    ['of these c.pdf', '10', '6', '4', '1'],
    ['of these b.pdf', '10', '9', '1', '1'],
    ['of these d.pdf', '10', '10', '0', '1'],
  ]);
});

it('names twenty of them at most and counts the rest', () => {
  const rows = filesReadRows(Array.from({ length: 214 }, (_, at) => sheet(`${at}.pdf`, at < 33 ? 2 : 0)));
  expect(rows).toHaveLength(22);
  expect(rows[0]).toEqual(['214 RAP sheets', '2,140', '2,074', '66', '214']);
  expect(rows[21]).toEqual(['of these 13 more with rejected lines or without a count', '130', '104', '26', '13']);
});
