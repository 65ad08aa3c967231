import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { readCsv } from '@clearway/spreadsheets';
import { rowOf } from '../analyze/testing/county-file';
import { clearway, told } from '../testing/run-clearway';

// Real: the built program, lists as offices have them, and what it writes.
jest.setTimeout(120_000);

type Cells = Parameters<typeof rowOf>[1];

const LIST_MAPPING = `mapping: ours
title: The list of 2019, by name
reads: facts
list: state-list-2019
format: csv
dates: [YYYY-MM-DD]
columns:
  - { column: Name, as: name }
  - { column: Born, as: birth-date }
  - { column: Case, as: case-number }
  - { column: Offense, as: charge }
`;
const LIST = `Name,Born,Case,Offense
"DOE, JANE",1970-03-04,F98-1234,11359 HS
"DOE, JANE",1970-03-04,F98-1234,11358 HS
"ROE, ANA MARIA",1981-01-01,F01-09999,11359 HS
"STRANGER, NOBODY",1955-05-05,F77-0001,11359 HS
,,F77-0002,11359 HS
`;
const GRANTS = `CII,Case Number,Section,Granted On,Destroyed
A0000001,F98-01234,11358,6/1/2020,
A0000001,F98-01234,11358,denied,
`;
const RELIEF = `CII,Case Number,Relief Date
A0000003,F02-5555,2022-08-01
`;

describe('what already happened, as lists of a run', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const person = (subject: string, cii: string, name: string, born: string, ...counts: Cells[]): readonly string[] =>
    counts.map((cells) =>
      rowOf(subject, {
        CII_NUMBER: cii,
        PRI_NAME: `"${name}"`,
        PRI_DOB: born,
        STP_TYPE_DESCR: 'COURT ACTION',
        STP_ORI_DESCR: 'CASC FRESNO',
        STP_ORI_CNTY_NAME: 'FRESNO',
        DISP_DESCR: 'CONVICTED',
        CONV_STAT_DESCR: 'FELONY',
        STP_EVENT_DATE: '19980506',
        CYC_DATE: '19980106',
        ...cells,
      }),
    );
  const rows = (file: string): Record<string, string>[] => {
    const [head, ...rest] = [...readCsv(readFileSync(at(file), 'utf8').replace(/^\uFEFF/, ''))].map(
      ({ fields }) => fields,
    );
    return rest.map((cells) => Object.fromEntries((head ?? []).map((name, i) => [name, cells[i] ?? ''])));
  };
  const analyze = (out: string, ...more: readonly string[]): readonly string[] => [
    ...['analyze', at('county.dat'), '--county', 'FRESNO', '--policy', 'california-statute', '--as-of', '2026-11-23'],
    ...['--out', at(out), ...more],
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-done-'));
    const lines = [
      ...person(
        '1',
        'A0000001',
        'DOE,JANE',
        '19700304',
        { CNT_ORDER: '101001001000', OFN: 'F98-01234', OFFENSE_DESCR: '11359 HS' },
        { CNT_ORDER: '101001002000', OFN: 'F98-01234', OFFENSE_DESCR: '11358 HS' },
      ),
      ...person(
        '2',
        'A0000002',
        'ROE,ANA MARIA',
        '19810101',
        { CNT_ORDER: '101001001000', OFN: 'F01-09999', OFFENSE_DESCR: '11359 HS' },
        { CNT_ORDER: '101001002000', OFN: 'F01-09999', OFFENSE_DESCR: '11359 HS' },
      ),
      ...person('3', 'A0000003', 'POE,SAM', '19600607', {
        CNT_ORDER: '101001001000',
        OFN: 'F02-5555',
        OFFENSE_DESCR: '11357(C) HS',
        CONV_STAT_DESCR: 'MISDEMEANOR',
      }),
    ];
    writeFileSync(at('county.dat'), `${COLUMN_NAMES.join(',')}\n${lines.join('\n')}\n`);
    writeFileSync(at('list.csv'), LIST);
    writeFileSync(at('ours.yaml'), LIST_MAPPING);
    writeFileSync(at('grants.csv'), GRANTS);
    writeFileSync(at('relief.csv'), RELIEF);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds each row its person and count, and says what is owed and who says what was done', async () => {
    const lists = ['list.csv', 'grants.csv', 'relief.csv'].flatMap((name) => ['--done', at(name)]);
    await told(...analyze('out', ...lists, '--mapping', `list.csv=${at('ours.yaml')}`, '--papers', 'bulk'));
    const owed = rows('out/owed.csv').map((row) =>
      [
        row['name'],
        row['case_number'],
        row['citation'],
        row['on_list'],
        row['law_gives'],
        row['done'],
        row['done_source'],
        row['standing'],
        row['still_owed'],
      ].join(' | '),
    );
    expect(owed).toEqual([
      'DOE,JANE | F98-01234 | HS 11359 | yes | redesignate-misdemeanor |  |  | order-overdue | redesignate-misdemeanor',
      'DOE,JANE | F98-01234 | HS 11358 | yes | dismiss-and-seal | granted 2020-06-01 | grants.csv line 2 | granted | nothing',
      'ROE,ANA MARIA | F01-09999 | HS 11359 |  | redesignate-infraction |  |  | open | redesignate-infraction',
      'ROE,ANA MARIA | F01-09999 | HS 11359 |  | redesignate-infraction |  |  | open | redesignate-infraction',
      'POE,SAM | F02-5555 | HS 11357(c) |  | nothing | relief under PC 1203.425 2022-08-01 | relief.csv line 2 | open | perhaps: questions are open',
      ' | F01-09999 | HS 11359 | yes |  |  | list.csv line 4 | fits-several-counts | cannot tell: see facts_unused.csv',
      ' | F77-0001 | HS 11359 | yes |  |  | list.csv line 5 | no-such-person | cannot tell: see facts_unused.csv',
    ]);
    expect(rows('out/facts_unused.csv').map(({ file, line, reason }) => `${file} ${line} ${reason}`)).toEqual([
      'list.csv 4 fits-several-counts',
      'list.csv 5 no-such-person',
      'list.csv 6 rejected',
      'grants.csv 3 rejected',
    ]);
    const sources = rows('out/sources.csv').map((row) =>
      ['File', 'Kind', 'Read By', 'Read', 'Used', 'Rejected', 'People', 'Records Joined'].map((column) => row[column]),
    );
    expect(sources.slice(1)).toEqual([
      ['list.csv', 'done-list', 'mapping ours', '5', '2', '3', '3', '2'],
      ['grants.csv', 'done-list', 'mapping court-grants', '2', '1', '1', '1', '1'],
      ['relief.csv', 'done-list', 'mapping automatic-relief', '1', '1', '0', '1', '1'],
    ]);
    expect(rows('out/people_joined.csv').length).toBeGreaterThan(0);
    const filed = rows('out/court_update.csv').map((row) => Object.values(row).join(' '));
    expect(filed.join('\n')).not.toContain('11358');
  });

  it('gives two rows of one section to the two counts of the case', async () => {
    const twice = LIST.split('\n').filter((line) => line === '' || line.startsWith('Name') || line.includes('ANA'));
    writeFileSync(at('twice.csv'), [...twice.slice(0, 2), twice[1], ''].join('\n'));
    await told(...analyze('twice', '--done', at('twice.csv'), '--mapping', `twice.csv=${at('ours.yaml')}`));
    expect(rows('twice/owed.csv').map((row) => `${row['name']} ${row['on_list']}`)).toEqual([
      'DOE,JANE ',
      'DOE,JANE ',
      'ROE,ANA MARIA yes',
      'ROE,ANA MARIA yes',
      'POE,SAM ',
    ]);
  });

  it('finds somebody whom only the court has', async () => {
    const head =
      'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
    const court = (name: string, born: string, number: string, done: string, on: string): string =>
      `,,"${name}",${born},F,${number},,SUPERIOR COURT,FRESNO,,1,11359 HS,,${done},${on},FELONY,,`;
    writeFileSync(
      at('court.csv'),
      [
        head,
        court('LOE, MARY', '1965-02-03', 'F95-00077', 'guilty', '1995-05-05'),
        court('DOE, JANE', '1970-03-04', 'F98-01234', 'guilty', '1998-05-06'),
        '',
      ].join('\n'),
    );
    writeFileSync(at('loe.csv'), 'Name,Born,Case,Offense\n"LOE, MARY",1965-02-03,F95-77,11359 HS\n');
    const files = analyze('court', '--done', at('loe.csv'), '--mapping', `loe.csv=${at('ours.yaml')}`);
    await told('analyze', at('court.csv'), ...files.slice(1));
    const owed = rows('court/owed.csv').map((row) =>
      [row['name'], row['record'], row['on_list'], row['done'], row['standing']].join(' | '),
    );
    expect(owed).toContain('LOE,MARY | court.csv line 2 | yes |  | order-overdue');
    expect(rows('court/facts_unused.csv')).toEqual([]);
    expect(rows('court/owed.csv').filter(({ name }) => name === 'DOE,JANE')).toHaveLength(2);
  });

  it('needs nobody joined where numbers say who it is', async () => {
    await told(...analyze('numbers', '--done', at('grants.csv')));
    expect(rows('numbers/owed.csv').map(({ standing }) => standing)).toEqual([
      'open',
      'granted',
      'open',
      'open',
      'open',
    ]);
    expect(() => readFileSync(at('numbers/sources.csv'))).toThrow('ENOENT');
    const run = JSON.parse(readFileSync(at('numbers/run.json'), 'utf8')) as { settings: Record<string, string> };
    expect(run.settings['facts']).toMatch(/^[0-9a-f]{64}\/[0-9a-f]{64}$/);
  });

  it('refuses a list that nobody can read, and one that does not say what it is', async () => {
    const unread = await clearway(...analyze('none', '--done', at('list.csv')));
    expect([unread.code, unread.err]).toEqual([
      3,
      expect.stringContaining('no mapping that comes with Clearway reads this list'),
    ]);
    writeFileSync(at('silent.yaml'), LIST_MAPPING.replace('list: state-list-2019\n', ''));
    const silent = await clearway(
      ...analyze('none', '--done', at('list.csv'), '--mapping', `list.csv=${at('silent.yaml')}`),
    );
    expect([silent.code, silent.err]).toEqual([3, expect.stringContaining('does not say what kind of list it is')]);
  });
});
