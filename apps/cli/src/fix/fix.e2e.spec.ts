// Real: the built program and its files. No server.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendCorrections } from '@clearway/record';
import { fillIn, readWorkbook } from '@clearway/spreadsheets';
import { clearway, rowsOf } from '../testing/run-clearway';

type Row = Record<string, string>;

jest.setTimeout(240_000);

describe('what the data cannot tell, through the command line', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const RUN = ['--county', 'FRESNO', '--policy', 'california-statute', '--as-of', '2026-11-23'];
  const analyze = async (out: string, ...more: string[]): Promise<string> => {
    const ended = await clearway('analyze', at('county.csv'), ...RUN, '--threads', '1', '--out', at(out), ...more);
    expect(ended.code).toBe(0);
    return ended.out + ended.err;
  };
  const outcomeOf = (out: string, person: string, key: string): string | undefined =>
    rowsOf(at(`${out}/Prop64_Results.csv`)).find((each) => each['Person'] === person && each['Conviction'] === key)?.[
      'Outcome'
    ];

  /** The row of a worklist that stands first and its row in the sheet: it helps most. */
  let first: Row;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-fix-'));
    await clearway(
      'synth',
      '--county',
      'FRESNO',
      '--rows',
      '30000',
      '--seed',
      '7',
      '--out',
      at('county.csv'),
      '--no-truth',
    );
    await analyze('before');
    first =
      rowsOf(at('before/data_quality_rows.csv')).find(
        (each) => each['Kind'] === 'partial-date' && each['Field'] === 'birth-date' && each['Which'] !== '',
      ) ?? {};
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the report counts what stands in its rows, and its price is that of the rows', () => {
    const rows = rowsOf(at('before/data_quality_rows.csv'));
    const lines = rowsOf(at('before/data_quality.csv'));
    expect(lines.length).toBeGreaterThan(2);
    for (const { kind, people, places, convictions_kept_from_relief: kept } of lines) {
      const own = rows.filter((each) => each['Kind'] === kind);
      const which = own.flatMap((each) =>
        (each['Which'] ?? '')
          .split('; ')
          .filter((key) => key !== '')
          .map((key) => `${each['Person'] ?? ''} ${key}`),
      );
      expect([kind, people, places, kept]).toEqual([
        kind,
        String(new Set(own.map((each) => each['Person'])).size),
        String(own.length),
        String(new Set(which).size),
      ]);
    }
    const prices = lines.map((each) => Number(each['convictions_kept_from_relief']));
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
  });

  it('a value goes out, is filled in, comes back, changes the outcome, and its undo changes it back', async () => {
    const person = first['Person'] ?? '';
    const [key = ''] = (first['Which'] ?? '').split('; ');
    expect(outcomeOf('before', person, key)).toBe('review');
    expect(
      (await clearway('fix', 'export', at('before'), '--kind', 'partial-date', '--out', at('dates.xlsx'))).code,
    ).toBe(0);
    const bytes = readFileSync(at('dates.xlsx'));
    const sheet = readWorkbook(bytes).sheets.find(({ name }) => name === 'Worklist');
    const row =
      sheet?.rows.find(
        ({ cells }) =>
          [...cells.values()].some(({ text }) => text.includes(person)) &&
          [...cells.values()].some(({ text }) => text === 'date of birth'),
      )?.row ?? 0;
    expect(row).toBeGreaterThan(1);
    const filled = (value: string, evidence: string): Promise<Uint8Array> =>
      fillIn(bytes, [
        { sheet: 'Worklist', head: 'Value', row, value },
        { sheet: 'Worklist', head: 'Evidence', row, value: evidence },
        { sheet: 'Worklist', head: 'By', row, value: 'DDA ROE' },
      ]);

    writeFileSync(at('wrong.xlsx'), await filled('in May', ''));
    const refused = await clearway('fix', 'import', at('wrong.xlsx'), '--corrections', at('corrections.jsonl'));
    expect(refused.code).toBe(3);
    expect(refused.err).toMatch(/2 problem\(s\)/);
    expect(existsSync(at('corrections.jsonl'))).toBe(false);

    writeFileSync(at('filled.xlsx'), await filled('1950-05-01', 'booking sheet'));
    const imported = await clearway('fix', 'import', at('filled.xlsx'), '--corrections', at('corrections.jsonl'));
    expect([imported.code, imported.out]).toEqual([0, expect.stringContaining('1 recorded, 0 known already')]);
    const again = await clearway('fix', 'import', at('filled.xlsx'), '--corrections', at('corrections.jsonl'));
    expect(again.out).toContain('0 recorded, 1 known already');

    const said = await analyze('after', '--corrections', at('corrections.jsonl'));
    expect(said).toContain('corrections  1 used, 0 stale, 0 of no such place');
    expect(outcomeOf('after', person, key)).not.toBe('review');
    expect(rowsOf(at('after/corrections.csv'))).toMatchObject([
      { state: 'used', person, field: 'birth-date', value: '1950-05-01', by: 'DDA ROE' },
    ]);
    expect(
      rowsOf(at('after/data_quality_rows.csv')).filter(
        (each) => each['Person'] === person && each['Kind'] === 'partial-date' && each['Field'] === 'birth-date',
      ),
    ).toEqual([]);
    expect(
      (JSON.parse(readFileSync(at('after/run.json'), 'utf8')) as { settings: Record<string, unknown> }).settings[
        'corrections'
      ],
    ).toMatch(/^[0-9a-f]{64}$/);

    const cii = rowsOf(at('before/data_quality_rows.csv')).find((each) => each['Person'] === person)?.['CII'] ?? '';
    const explained = await clearway(
      'explain',
      at('county.csv'),
      '--subject',
      cii,
      '--county',
      'FRESNO',
      '--as-of',
      '2026-11-23',
      '--corrections',
      at('corrections.jsonl'),
    );
    expect(explained.out).toMatch(
      /Corrected, date of birth: the record .* corrected to 1950-05-01 \(DDA ROE, \d{4}-\d\d-\d\d; booking sheet\)/,
    );

    const [{ id } = { id: '' }] = readFileSync(at('corrections.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect((await clearway('fix', 'list', '--corrections', at('corrections.jsonl'))).out).toContain(id);
    expect(
      (await clearway('fix', 'undo', id, '--reason', 'wrong person', '--corrections', at('corrections.jsonl'))).code,
    ).toBe(0);
    await analyze('undone', '--corrections', at('corrections.jsonl'));
    for (const file of ['Prop64_Results.csv', 'review.csv', 'data_quality_rows.csv'])
      expect(readFileSync(at(`undone/${file}`), 'utf8')).toBe(readFileSync(at(`before/${file}`), 'utf8'));
    expect(rowsOf(at('undone/corrections.csv')).map(({ state }) => state)).toEqual(['undone', 'recorded']);
  });

  it('is refused for a run of other files, and says so where nobody can check', async () => {
    const importFor = (results: string, file: string) =>
      clearway(
        'fix',
        'import',
        at('filled.xlsx'),
        '--corrections',
        at(file),
        ...(results === '' ? [] : ['--results', at(results)]),
      );
    writeFileSync(at('other.csv'), readFileSync(at('county.csv')).subarray(0, -1));
    expect((await clearway('analyze', at('other.csv'), ...RUN, '--threads', '1', '--out', at('other'))).code).toBe(0);
    const refused = await importFor('other', 'none.jsonl');
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('was made of other files')]);
    expect(refused.err).toContain('Export the worklist from this run');
    expect(existsSync(at('none.jsonl'))).toBe(false);
    const right = await importFor('before', 'checked.jsonl');
    expect([right.code, right.err]).toEqual([0, expect.not.stringContaining('nobody checked')]);
    expect((await importFor('', 'unchecked.jsonl')).err).toMatch(/made of county\.csv, and nobody checked/);
    expect((await importFor('nowhere', 'unchecked.jsonl')).code).toBe(2);
  });

  it('of another person than these files have is said, not passed over', async () => {
    const own = readFileSync(at('checked.jsonl'), 'utf8').replace(first['Person'] ?? '?', 'a'.repeat(16));
    writeFileSync(at('elsewhere.jsonl'), own);
    expect(await analyze('elsewhere', '--corrections', at('elsewhere.jsonl'))).toContain(
      '1 correction is of no such place',
    );
  });

  it('is stale when the state delivers another value, and then decides nothing', async () => {
    const file = at('stale.jsonl');
    expect((await clearway('fix', 'import', at('filled.xlsx'), '--corrections', file)).code).toBe(0);
    const person = first['Person'] ?? '';
    const changed = readFileSync(at('county.csv'), 'latin1')
      .split('\n')
      .map((line) =>
        line.includes(`,${first['CII'] ?? '?'},`) ? line.replace(/,([MF]),\d{0,8},/g, ',$1,19480102,') : line,
      )
      .join('\n');
    writeFileSync(at('changed.csv'), changed, 'latin1');
    const ended = await clearway(
      'analyze',
      at('changed.csv'),
      ...RUN,
      '--threads',
      '1',
      '--out',
      at('stale'),
      '--corrections',
      file,
    );
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining('1 correction is stale')]);
    expect(rowsOf(at('stale/corrections.csv'))).toMatchObject([{ state: 'stale', person }]);
  });

  it('cannot be right, and then decides nothing; one to come is not even taken from the list', async () => {
    const on = new Date().getFullYear() * 10_000 + 101;
    const draft = { kind: 'partial-date', person: first['Person'] ?? '', key: '', field: 'birth-date' as const };
    const found = { was: first['Recorded Now'] ?? '', value: '2026-11-01', evidence: 'x', by: 'DDA ROE', on };
    const recorder = { by: 'DDA ROE', at: '2026-11-23T00:00:00.000Z', day: 20261123 };
    writeFileSync(at('absurd.jsonl'), appendCorrections('', [{ ...draft, ...found }], recorder).text);
    expect(await analyze('absurd', '--corrections', at('absurd.jsonl'))).toContain('1 correction cannot be right');
    expect(rowsOf(at('absurd/corrections.csv'))).toMatchObject([{ state: 'impossible' }]);
    expect(JSON.stringify(readFileSync(at('absurd/summary.json'), 'utf8'))).not.toContain('unreconciled');
    for (const file of ['Prop64_Results.csv', 'review.csv'])
      expect(readFileSync(at(`absurd/${file}`), 'utf8')).toBe(readFileSync(at(`before/${file}`), 'utf8'));

    expect(
      (await clearway('fix', 'export', at('before'), '--kind', 'partial-date', '--out', at('to-come.xlsx'))).code,
    ).toBe(0);
    const cells = [
      ['Value', '2099-05-05'],
      ['Evidence', 'docket'],
    ] as const;
    const written = cells.map(([head, value]) => ({ sheet: 'Worklist', head, row: 2, value }));
    writeFileSync(at('to-come.xlsx'), await fillIn(readFileSync(at('to-come.xlsx')), written, (name) => name));
    const taken = await clearway('fix', 'import', at('to-come.xlsx'), '--corrections', at('none.jsonl'));
    expect([taken.code, taken.err]).toEqual([3, expect.stringMatching(/cell [A-Z]2: is a day that has not come yet/)]);
    expect(existsSync(at('none.jsonl'))).toBe(false);
  });

  it('names the kinds that there are, and a file that was changed by its line', async () => {
    const unknown = await clearway('fix', 'export', at('before'), '--kind', 'nothing', '--out', at('x.xlsx'));
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('partial-date')]);
    expect((await clearway('fix', 'export', at('before'), '--out', at('x.xlsx'))).code).toBe(2);
    writeFileSync(at('bad.jsonl'), readFileSync(at('corrections.jsonl'), 'utf8').replace('1950-05-01', '1951-05-01'));
    const bad = await clearway(
      'analyze',
      at('county.csv'),
      ...RUN,
      '--out',
      at('bad'),
      '--corrections',
      at('bad.jsonl'),
    );
    expect([bad.code, bad.err]).toEqual([3, expect.stringMatching(/line 2: a line before it was changed/)]);
  });
});
