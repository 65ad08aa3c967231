import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bySourcePosition } from './annotations';
import { CLEARWAY_VERSION, outputsRun } from './outputs-run';

const file = {
  people: 1,
  rowsUsed: 2,
  name: 'a.dat',
  sha256: 'a',
  bytes: 3,
  lines: 4,
  emptyLines: 0,
  filledLines: 3,
  continuationLines: 0,
  rowsRead: 3,
  rowsRejected: 1,
};

describe('the run that outputs are made under', () => {
  it('carries the version of the package', () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(CLEARWAY_VERSION).toBe(manifest.version);
  });

  it('prints the counts of a file in one order, whichever way they came', () => {
    const choices = { papers: 'none', letters: false, contacts: null, withIdentityNumbers: false } as const;
    const [first] = outputsRun(' fresno ', 20200701, 'los-angeles-2020', [file], choices).files;
    expect(Object.keys(first ?? {}).slice(0, 4)).toEqual(['name', 'sha256', 'bytes', 'lines']);
    expect(first).toEqual(file);
  });

  it('sorts annotations by file, then row', () => {
    const at = (fileIndex: number, row: number) => ({ file: fileIndex, row, csv: '', decided: true });
    expect([at(1, 0), at(0, 9), at(0, 2)].sort(bySourcePosition).map(({ file: index, row }) => [index, row])).toEqual([
      [0, 2],
      [0, 9],
      [1, 0],
    ]);
  });
});
