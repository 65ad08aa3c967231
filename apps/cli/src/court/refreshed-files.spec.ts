import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { courtFile, sheetFile, stateFile } from '../results/testing/mixed-files';
import { readRunInputs } from '../sources/run-inputs';
import { refreshedFiles } from './refreshed-files';

const JANE = { cii: 'A10000001', name: 'OKONKWO,JANE', born: '19600314', caseNumber: 'F101', on: '19950607' };

describe('refreshed files after the order', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-refreshed-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('joins the state, sheets and what has a mapping; any other table is a list of cases of the court', async () => {
    const state = stateFile(folder, 'county.dat', [JANE]);
    const sheet = sheetFile(folder, 'sheet.txt', JANE, [JANE]);
    const court = courtFile(folder, 'court.csv', [JANE]);
    const list = courtFile(folder, 'list.csv', [{ ...JANE, caseNumber: 'F102' }]);
    const read = await readRunInputs([list, court, sheet, state], { mapping: [`${court}=generic`] }, undefined);
    const { records, lists } = refreshedFiles(read);
    expect(records?.sorted.state.map(({ path }) => basename(path))).toEqual(['county.dat']);
    expect(records?.sorted.others.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'court.csv court-extract',
      'sheet.txt rap-sheet',
    ]);
    expect(lists).toEqual([list]);
    expect(refreshedFiles(await readRunInputs([list], {}, undefined))).toEqual({ lists: [list] });
  });
});
