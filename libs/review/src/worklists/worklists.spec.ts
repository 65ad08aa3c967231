import { allOf, fillIn, readWorkbook, type Written } from '@clearway/spreadsheets';
import { ReturnedWorkbookError } from '../errors';
import { importWorklist } from './import-worklist';
import { madeOfRun } from './made-of';
import { readWorklists } from './worklist-item';
import { WORKLIST_HEADS, worklistWorkbook } from './worklist-workbook';

const TODAY = 20261127;
const HEAD =
  'Person,Name,CII,Subject ID,File,Line,Count,Charge,Court,Case Number,Kind,In Words,Field,Recorded Now,Or Field,Or Recorded Now,Value Wanted,Convictions Kept From Relief,Which';
const row = (person: string, kind: string, field: string, now: string, which = '', or = ','): string =>
  `${person},"DOE,JANE",A1,10,county.dat,7,0:101002001000,11358 HS,CASC FRESNO,F1,${kind},What is wrong,${field},${now},${or},what to find,1,${which}`;
const FILE = [
  HEAD,
  row('p1', 'partial-date', 'conviction-date', ''),
  row('p2', 'partial-date', 'birth-date', '1970', '0:1; 0:2'),
  row('p2', 'partial-date', 'birth-date', '1970', '0:3'),
  row('p3', 'severity-not-stated', 'severity', ''),
  row('p4', 'conviction-before-age-ten', 'birth-date', '1999-01-01', '', 'conviction-date,2005-03-01'),
  row('p5', 'rejected-row', '', ''),
].join('\n');

const lists = readWorklists(FILE);
const bytesOf = (kind: string): Promise<Uint8Array> => allOf(worklistWorkbook(kind, lists.get(kind) ?? [], MADE_OF));
const OURS = 'a'.repeat(64);
const MADE_OF = [{ name: 'county.dat', sha256: OURS }];
const returned = async (
  kind: string,
  cells: readonly (readonly [head: string, row: number, value: string | number])[],
): Promise<Uint8Array> =>
  fillIn(
    await bytesOf(kind),
    cells.map(([head, at, value]): Written => ({ sheet: 'Worklist', head, row: at, value })),
    (name) => `${name} (returned)`,
  );
const problemsOf = (bytes: Uint8Array): string[] => {
  try {
    importWorklist(bytes, { partial: false, today: TODAY });
  } catch (error) {
    if (error instanceof ReturnedWorkbookError) return error.problems.map(({ cell, cure }) => `${cell} ${cure}`);
  }
  return [];
};
const column = (head: (typeof WORKLIST_HEADS)[number]): string =>
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[WORKLIST_HEADS.indexOf(head)] ?? '';

describe('worklists', () => {
  it('have what helps most first, and a value that several rows lack once', () => {
    expect(lists.get('partial-date')?.map(({ person, kept }) => [person, kept.length])).toEqual([
      ['p2', 3],
      ['p1', 0],
    ]);
    expect([...lists.keys()]).toEqual([
      'partial-date',
      'severity-not-stated',
      'conviction-before-age-ten',
      'rejected-row',
    ]);
  });

  it('are the same bytes for the same defects', async () => {
    expect(Buffer.compare(await bytesOf('partial-date'), await bytesOf('partial-date'))).toBe(0);
  });

  it('say which files they were made of, and are refused for others by name, with the cure', async () => {
    const bytes = await bytesOf('partial-date');
    const [other, more] = ['b'.repeat(64), 'c'.repeat(64)];
    expect(importWorklist(bytes, { partial: false, today: TODAY }).madeOf).toEqual(MADE_OF);
    // A file that came later moves nobody.
    expect(importWorklist(bytes, { partial: false, today: TODAY, inputs: [more, OURS] }).madeOf).toEqual(MADE_OF);
    for (const partial of [true, false])
      expect(() => importWorklist(bytes, { partial, today: TODAY, inputs: [other] })).toThrow(
        expect.objectContaining({
          code: 'fix.other-files',
          message: expect.stringMatching(/1 of the 1 .* Export the worklist from this run/),
        }),
      );
    const older = await allOf(worklistWorkbook('partial-date', lists.get('partial-date') ?? [], []));
    expect(importWorklist(older, { partial: false, today: TODAY, inputs: [other] }).madeOf).toBeUndefined();
  });

  it('are made of the inputs of run.json, which must be one', () => {
    expect(madeOfRun(JSON.stringify({ inputs: [{ ...MADE_OF[0], bytes: 1 }] }))).toEqual(MADE_OF);
    for (const none of ['', '{}', '{"inputs":[{"name":"x"}]}'])
      expect(() => madeOfRun(none)).toThrow(expect.objectContaining({ code: 'fix.not-a-run' }));
  });

  it('of what no value mends have nothing to fill in', async () => {
    const sheet = readWorkbook(await bytesOf('rejected-row')).sheets.find(({ name }) => name === 'Worklist');
    const heads = [...(sheet?.rows[0]?.cells.values() ?? [])].map(({ text }) => text);
    expect(heads).not.toContain('Value');
  });

  it('refuse a file of another version', () => {
    expect(() => readWorklists('Person,Name\n')).toThrow(/run clearway analyze again/);
    expect(() => readWorklists('')).toThrow(/run clearway analyze again/);
  });

  it('come back as corrections, with the evidence, and who and when where they are written', async () => {
    const bytes = await returned('partial-date', [
      ['Value', 2, '1970-05-01'],
      ['Evidence', 2, 'booking sheet'],
      ['By', 2, 'DDA ROE'],
      ['On', 2, '2026-11-01'],
      ['Value', 3, 38412],
      ['Evidence', 3, 'docket'],
    ]);
    expect(importWorklist(bytes, { partial: false, today: TODAY }).drafts).toEqual([
      {
        kind: 'partial-date',
        person: 'p2',
        key: '',
        field: 'birth-date',
        was: '1970',
        value: '1970-05-01',
        evidence: 'booking sheet',
        by: 'DDA ROE',
        on: 20261101,
      },
      {
        kind: 'partial-date',
        person: 'p1',
        key: '0:101002001000',
        field: 'conviction-date',
        was: '',
        value: '2005-03-01',
        evidence: 'docket',
        by: '',
        on: 0,
      },
    ]);
  });

  it('a row that was left empty says nothing', async () => {
    expect(importWorklist(await bytesOf('severity-not-stated'), { partial: false, today: TODAY }).drafts).toEqual([]);
  });

  it('where either of two values can be wrong, the one that was chosen is corrected', async () => {
    const said = [['Value', 2, '2015-03-01'] as const, ['Evidence', 2, 'docket'] as const];
    const bytes = await returned('conviction-before-age-ten', [
      ...said,
      ['What is corrected', 2, 'date of the conviction'],
    ]);
    expect(importWorklist(bytes, { partial: false, today: TODAY }).drafts).toMatchObject([
      { key: '0:101002001000', field: 'conviction-date', was: '2005-03-01' },
    ]);
    const other = await returned('conviction-before-age-ten', said);
    expect(importWorklist(other, { partial: false, today: TODAY }).drafts).toMatchObject([
      { key: '', field: 'birth-date', was: '1999-01-01' },
    ]);
  });

  it('every wrong cell is said at once, and nothing is taken but with partial', async () => {
    const bytes = await returned('partial-date', [
      ['Value', 2, '1.5.1970'],
      ['Evidence', 2, 'booking sheet'],
      ['Value', 3, '2005-03-01'],
    ]);
    expect(problemsOf(bytes)).toEqual([
      expect.stringMatching(new RegExp(`^${column('Value')}2 write a day of the calendar`)),
      expect.stringMatching(new RegExp(`^${column('Evidence')}3 say where the value was found`)),
    ]);
    const half = await returned('partial-date', [
      ['Value', 2, 'x'],
      ['Evidence', 2, 'y'],
      ['Value', 3, '2005'],
      ['Evidence', 3, 'docket'],
    ]);
    const taken = importWorklist(half, { partial: true, today: TODAY });
    expect([taken.drafts.length, taken.problems.length]).toEqual([1, 1]);
  });

  it('a value that no record can have is said by its cell', async () => {
    const evidence = [2, 3].map((row) => ['Evidence', row, 'docket'] as const);
    const cases: readonly (readonly [Parameters<typeof returned>[1], string, number, RegExp])[] = [
      [[['Value', 2, '2050-05-05']], 'Value', 2, /has not come yet/],
      [[['Value', 3, '2026-11-28']], 'Value', 3, /has not come yet/],
      [[['Value', 3, '1850-01-01']], 'Value', 3, /before 1900/],
      [
        [
          ['Value', 3, '2005-01-01'],
          ['On', 3, '2099-01-01'],
        ],
        'On',
        3,
        /has not come yet/,
      ],
      [
        [
          ['Value', 3, '2005-01-01'],
          ['On', 3, '2004-12-31'],
        ],
        'On',
        3,
        /before the one that was found/,
      ],
    ];
    for (const [cells, head, at, cure] of cases) {
      const filled = new Set(cells.map(([, row]) => row));
      const bytes = await returned('partial-date', [...cells, ...evidence.filter(([, row]) => filled.has(row))]);
      expect(problemsOf(bytes)).toEqual([
        expect.stringMatching(new RegExp(`^${column(head as 'Value')}${at} .*${cure.source}`)),
      ]);
    }
    const today = await returned('partial-date', [
      ['Value', 3, '2026-11-27'],
      ['Evidence', 3, 'docket'],
      ['On', 3, '2026-11-27'],
    ]);
    expect(problemsOf(today)).toEqual([]);
  });

  it('a birth after a conviction of the same person in the list is said', async () => {
    const two = readWorklists(
      [HEAD, row('p1', 'partial-date', 'conviction-date', ''), row('p1', 'partial-date', 'birth-date', '')].join('\n'),
    );
    const blank = await allOf(worklistWorkbook('partial-date', two.get('partial-date') ?? [], MADE_OF));
    const filled = (born: string): Promise<Uint8Array> =>
      fillIn(
        blank,
        [
          ['Value', 2, '1990-05-05'],
          ['Evidence', 2, 'docket'],
          ['Value', 3, born],
          ['Evidence', 3, 'docket'],
        ].map(
          ([head, at, value]): Written => ({
            sheet: 'Worklist',
            head: String(head),
            row: Number(at),
            value: value ?? '',
          }),
        ),
        (name) => name,
      );
    expect(problemsOf(await filled('1995'))).toEqual([expect.stringContaining('birth after a conviction')]);
    expect(problemsOf(await filled('1990'))).toEqual([]);
  });

  it('a code that was changed by hand, evidence without a value, and another workbook are problems', async () => {
    const changed = await returned('severity-not-stated', [
      ['Value', 2, 'FELONY'],
      ['Evidence', 2, 'docket'],
      ['Code', 2, 'x'],
    ]);
    expect(problemsOf(changed)).toEqual([expect.stringContaining('was changed or is missing')]);
    expect(problemsOf(await returned('severity-not-stated', [['Evidence', 2, 'docket']]))).toEqual([
      expect.stringContaining('no value'),
    ]);
    expect(problemsOf(await bytesOf('rejected-row'))).toEqual([
      expect.stringContaining('use a workbook of clearway fix export'),
    ]);
  });
});
