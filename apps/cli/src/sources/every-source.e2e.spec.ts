import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv, readWorkbook } from '@clearway/spreadsheets';
import { clearway, told } from '../testing/run-clearway';
import { type Convicted, courtFile, sheetFile, stateFile } from '../results/testing/mixed-files';

// The built program: every command that decides from files takes every kind of source.
jest.setTimeout(240_000);

const JANE: Convicted = {
  cii: 'A10000001',
  subject: '50000001',
  name: 'OKONKWO,JANE',
  born: '19600314',
  sex: 'F',
  caseNumber: 'F101',
  on: '19950607',
};
const ONLY_COURT: Convicted = { name: 'ELSEWHERE,NOBODY', born: '19710505', caseNumber: 'F104', on: '20000101' };
const ASKED: Convicted = {
  cii: 'A10000005',
  subject: '50000005',
  name: 'FERREIRA,TOMAS LUIS',
  born: '19750808',
  caseNumber: 'F105',
  on: '19980101',
};
const ASKED_BY_COURT: Convicted = { name: 'FERREIRA,TOMAS RUI', born: '19750808', caseNumber: 'F106', on: '20020202' };
const DAY = ['--county', 'FRESNO', '--as-of', '2026-11-23'];
const LIST_MAPPING = `mapping: granted-by-name
title: What was granted, by name
reads: facts
list: court-grants
format: csv
dates: [YYYY-MM-DD]
columns:
  - { column: Who, as: name }
  - { column: Born, as: birth-date }
  - { column: Case, as: case-number }
  - { column: Section, as: charge }
  - { column: Day, as: granted-on }
`;

describe('every source, in every command that decides', () => {
  let folder: string;
  let files: readonly string[];
  let state: string;
  const at = (name: string): string => join(folder, name);
  const table = (name: string): Record<string, string>[] => {
    const [head, ...rows] = [...readCsv(readFileSync(at(name), 'utf8').replace('\uFEFF', ''))].map((row) => row.fields);
    return rows.map((cells) => Object.fromEntries((head ?? []).map((column, i) => [column, cells[i] ?? ''])));
  };
  const words = (name: string, sheet: string): string =>
    (readWorkbook(readFileSync(at(name))).sheets.find((each) => each.name === sheet)?.rows ?? [])
      .map(({ cells }) => [...cells.values()].map(({ text }) => text).join(' | '))
      .join('\n');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-every-'));
    state = stateFile(folder, 'county.dat', [JANE, ASKED]);
    const court = courtFile(folder, 'court.csv', [
      { ...JANE, caseNumber: 'F201', section: '11359', on: '20010101' },
      ONLY_COURT,
      ASKED_BY_COURT,
    ]);
    files = [state, court, sheetFile(folder, 'sheet.txt', JANE, [JANE])];
    writeFileSync(at('list.yaml'), LIST_MAPPING);
    writeFileSync(at('list.csv'), 'Who,Born,Case,Section,Day\n"Okonkwo, Jane",1960-03-14,F101,11358 HS,2021-02-03\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const list = (): string[] => ['--done', at('list.csv'), '--mapping', `list.csv=${at('list.yaml')}`];

  it('review export asks of all of them, also who is one person, and knows what lists say', async () => {
    const exported = await told('review', 'export', ...files, ...DAY, '--all', '--out', at('all.xlsx'), ...list());
    expect(exported).toMatchObject({ samePerson: 1 });
    const sheets = readWorkbook(readFileSync(at('all.xlsx'))).sheets.map(({ name }) => name);
    const everything = sheets.map((name) => words('all.xlsx', name)).join('\n');
    for (const one of ['F101', 'F201', 'F104', 'F106', 'court.csv', 'FERREIRA,TOMAS RUI'])
      expect(everything).toContain(one);
    const row = everything.split('\n').find((each) => each.includes('F101')) ?? '';
    expect(row).toContain('granted');
  });

  it('the workbook of files asks who is one person as that of results does', async () => {
    await told('analyze', ...files, ...DAY, '--policy', 'california-statute', '--out', at('results'));
    await told('review', 'export', at('results'), '--out', at('of-results.xlsx'));
    await told('review', 'export', ...files, ...DAY, '--out', at('of-files.xlsx'));
    expect(words('of-files.xlsx', 'One person')).toBe(words('of-results.xlsx', 'One person'));
    expect(words('of-files.xlsx', 'One person')).toContain('FERREIRA');
    const beside = await clearway('review', 'export', at('results'), '--out', at('no.xlsx'), ...list());
    expect([beside.code, beside.err]).toEqual([2, expect.stringContaining('Run clearway analyze again with it')]);
  });

  it('explain knows what a list by name says, and needs the county for it', async () => {
    const explain = ['explain', ...files, '--subject', 'A10000001', '--as-of', '2026-11-23', ...list()];
    const { convictions } = (await told(...explain, '--county', 'FRESNO')) as {
      convictions: { standing: string }[];
    };
    expect(convictions.map(({ standing }) => standing)).toEqual(['granted', 'open']);
    const without = await clearway(...explain);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--done needs --county')]);
  });

  it('compare decides by both policies what all sources have, one person once', async () => {
    const sides = ['--policy', 'los-angeles-2020', '--policy', 'california-statute', '--county', 'FRESNO'];
    const compared = await told('compare', ...files, ...sides, '--as-of', '2026-11-23', '--out', at('compared'));
    expect(compared).toMatchObject({ people: 4 });
    expect(
      table('compared/office/people_by_outcome.csv')
        .map((row) => row['Name'] ?? row['name'])
        .sort(),
    ).toEqual(['ELSEWHERE,NOBODY', 'FERREIRA,TOMAS LUIS', 'FERREIRA,TOMAS RUI', 'OKONKWO,JANE']);
    const { inputs } = JSON.parse(readFileSync(at('compared/run.json'), 'utf8')) as { inputs: { kind?: string }[] };
    expect(inputs.map(({ kind }) => kind)).toEqual([undefined, 'court-extract', 'rap-sheet']);
  });

  it('compare refuses what would give a wrong answer, and says what to do', async () => {
    const options = ['--county', 'FRESNO', '--out', at('no')];
    const against = await clearway('compare', ...files, ...options, '--against', at('list.csv'));
    expect([against.code, against.err]).toEqual([2, expect.stringContaining('found_in_one_source.csv')]);
    const done = await clearway('compare', state, ...options, '--policy', 'california-statute', '--done', at('x'));
    expect([done.code, done.err]).toEqual([2, expect.stringContaining('owed.csv')]);
  });

  it('court match export asks about cases that only a court has, and not about those that a list grants', async () => {
    const match = ['court', 'match', 'export', ...files, ...DAY, '--test', '50', '--filing-book', at('book')];
    await told(...match, '--out', at('match.csv'), '--by', 'Jane Roe', ...list());
    const asked = table('match.csv').map((row) => row['case_number']);
    expect(asked).toContain('F104');
    expect(asked).not.toContain('F101');
  });
});
