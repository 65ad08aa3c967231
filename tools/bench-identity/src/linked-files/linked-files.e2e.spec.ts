import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSources } from '@clearway/population';
import { lineAccountOf, readRapSheet, readSheetFile } from '@clearway/rap-sheet';
import { makeFiles } from './make-files';
import { measureFiles } from './measure-files';

const folder = mkdtempSync(join(tmpdir(), 'clearway-linked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = makeFiles(folder, 306, 25_000);

it('linked files through the readers of a run: nobody is wrongly joined, and counts of two sources are one', async () => {
  const measured = await measureFiles(made, join(folder, 'work'));
  const unclear = made.people.filter((person) => person.unclear).length;
  const { stateFile, courtExtract, rapSheet } = made.files.recordsOf;
  expect(measured.records).toBe(stateFile + courtExtract + rapSheet - unclear);
  expect(measured.wrongPairs).toBe(0);
  expect(measured.recallByModel).toBeGreaterThanOrEqual(0.97);
  expect(measured.countsWronglyOne).toBe(0);
  expect(measured.countsMatched / measured.countsInBoth).toBeGreaterThanOrEqual(0.98);
  expect(measured.onlyAtCourt).toBeGreaterThan(20);
  expect(measured.onlyAtCourtFound).toBe(measured.onlyAtCourt);
}, 60_000);

it('every row of the extract is used, and no line of a sheet is lost', async () => {
  const sheets = made.sheets.map((name) => join(folder, name));
  const { others } = await openSources(
    [made.stateFile, made.extract, ...sheets].map((path) => ({ path })),
    { workDir: join(folder, 'again'), threads: 0 },
  );
  expect(others.map(({ kind }) => kind)).toEqual(['court-extract', ...sheets.map(() => 'rap-sheet')]);
  expect(sheets.some((path) => path.endsWith('.pdf')) && sheets.some((path) => path.endsWith('.txt'))).toBe(true);
  for (const path of sheets) {
    const sheet = readRapSheet(await readSheetFile(readFileSync(path)));
    expect({ path, unread: lineAccountOf(sheet).unread, incomplete: sheet.incomplete }).toEqual({
      path,
      unread: 0,
      incomplete: false,
    });
  }
}, 60_000);
