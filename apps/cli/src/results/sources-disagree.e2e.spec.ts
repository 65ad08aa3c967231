import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillIn, readWorkbook, type Written } from '@clearway/spreadsheets';
import { clearway } from '../testing/run-clearway';
import { courtFile, stateFile } from './testing/mixed-files';
import { type Row, tableOf } from './testing/read-results';

// The state's file says convicted, the court's system that nobody was: nothing is given, an attorney is asked, and the answer decides.
jest.setTimeout(240_000);

const WHO = { cii: 'A10000001', subject: '50000001', name: 'OKONKWO,JANE', born: '19600314', sex: 'F' };
const ANSWER = {
  convicted: 'a court convicted',
  not: 'no conviction: dismissed, acquitted, or never charged',
} as const;
const SAID = ['county.dat, line 2: CONVICTED on 1995-06-07', 'court.csv, line 2: ACQUITTED on 1995-06-07'];

describe('a conviction that another source denies', () => {
  let folder: string;
  let files: string[];
  const at = (name: string): string => join(folder, name);
  const analyze = async (out: string, ...more: string[]): Promise<(file: string) => Row[]> => {
    const run = ['--county', 'Fresno', '--policy', 'california-statute', '--as-of', '2026-11-23', '--out', at(out)];
    const ended = await clearway('analyze', ...files, ...run, '--papers', 'bulk', '--facts', at('facts.csv'), ...more);
    expect([ended.code, ended.err.replace(/^(?:reading|deciding|papers).*\n/gm, '')]).toEqual([0, expect.any(String)]);
    return (file) => (existsSync(join(at(out), file)) ? tableOf(readFileSync(join(at(out), file), 'utf8')) : []);
  };
  const outcomes = (rows: (file: string) => Row[]): unknown[] =>
    rows('source_results.csv').map((each) => [each['Outcome'], each['Question'], each['Floor']]);
  const ASKED = [['review', 'disputed-conviction', 'none']];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-disagree-'));
    const acquitted =
      'A10000001,,"OKONKWO,JANE",1960-03-14,F,F101,,CASC FRESNO,FRESNO,,1,11358,HS,acquitted,1995-06-07,,,';
    files = [
      stateFile(folder, 'county.dat', [{ ...WHO, caseNumber: 'F101', on: '19950607' }]),
      courtFile(folder, 'court.csv', [], [acquitted]),
    ];
    writeFileSync(at('facts.csv'), 'cii,case_number,on_list\nA10000001,F101,yes\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is asked about, with both sources and their places, wherever questions stand; no paper names it', async () => {
    const rows = await analyze('out');
    expect(outcomes(rows)).toEqual(ASKED);
    const [asked] = rows('review.csv');
    for (const said of SAID) expect(asked?.['In Words']).toContain(said);
    expect(rows('review.csv')).toHaveLength(1);
    expect(rows('owed.csv')).toMatchObject([
      {
        record: 'county.dat line 2: CONVICTED on 1995-06-07; court.csv line 2: ACQUITTED on 1995-06-07',
        law_gives: 'nothing',
        questions: 'disputed-conviction',
        standing: 'open',
        still_owed: 'perhaps: questions are open',
      },
    ]);
    expect(rows('court_update.csv')).toEqual([]);
    expect(rows('cannot_file.csv')).toEqual([]);
    const summary = JSON.parse(readFileSync(join(at('out'), 'summary.json'), 'utf8')) as object;
    expect(JSON.stringify(summary)).toContain('"disputed-conviction":1');
  });

  it('stands with its price on the list of what the data cannot tell', async () => {
    const rows = await analyze('listed');
    expect(rows('data_quality.csv')).toContainEqual(
      expect.objectContaining({ kind: 'sources-disagree', people: '1', convictions_kept_from_relief: '1' }),
    );
    expect(rows('data_quality_rows.csv')).toContainEqual(
      expect.objectContaining({ Kind: 'sources-disagree', 'Recorded Now': 'CONVICTED; ACQUITTED' }),
    );
  });

  it('is decided by the answer of an attorney in the workbook, and asked again when that is undone', async () => {
    const answered = async (name: string, value: string): Promise<string> => {
      await clearway('review', 'export', at('out'), '--out', at('review.xlsx'));
      const bytes = readFileSync(at('review.xlsx'));
      const shown = JSON.stringify(
        readWorkbook(bytes).sheets.map(({ name: sheet, rows }) => [
          sheet,
          rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)),
        ]),
      );
      for (const said of SAID) expect(shown).toContain(said);
      const own: Written = { sheet: 'Convictions', head: 'Own answer', row: 2, value };
      writeFileSync(at('answered.xlsx'), await fillIn(bytes, [own]));
      const imported = await clearway('review', 'import', at('answered.xlsx'), '--decisions', at(name), '--json');
      expect(JSON.parse(imported.out)).toMatchObject({ recorded: { answer: 1 } });
      return at(name);
    };
    const yes = await answered('yes.jsonl', ANSWER.convicted);
    const convicted = await analyze('convicted', '--decisions', yes);
    expect(outcomes(convicted)).toEqual([['dismiss-and-seal', '', 'redesignate-misdemeanor']]);
    expect(convicted('court_update.csv')).toMatchObject([{ case_number: 'F101', relief: 'dismiss-and-seal' }]);
    expect(convicted('review.csv')).toEqual([]);

    const no = await analyze('none', '--decisions', await answered('no.jsonl', ANSWER.not));
    expect(outcomes(no)).toEqual([['not-eligible', '', 'none']]);
    expect(no('court_update.csv')).toEqual([]);

    const { id } = JSON.parse(readFileSync(yes, 'utf8').split('\n')[0] ?? '') as { id: string };
    await clearway('review', 'undo', id, '--decisions', yes, '--reason', 'wrong docket');
    expect(outcomes(await analyze('undone', '--decisions', yes))).toEqual(ASKED);
  });

  it('is decided by a correction, and asked again when that is undone', async () => {
    await clearway('fix', 'export', at('out'), '--kind', 'sources-disagree', '--out', at('fix.xlsx'));
    const corrected = async (name: string, value: string): Promise<(file: string) => Row[]> => {
      const cell = (head: string, text: string): Written => ({ sheet: 'Worklist', head, row: 2, value: text });
      const cells = [cell('Value', value), cell('Evidence', 'docket of June 7, 1995'), cell('By', 'DDA ROE')];
      writeFileSync(at('fixed.xlsx'), await fillIn(readFileSync(at('fix.xlsx')), cells));
      expect((await clearway('fix', 'import', at('fixed.xlsx'), '--corrections', at(name))).code).toBe(0);
      return analyze(name.replace('.jsonl', ''), '--corrections', at(name));
    };
    const convicted = await corrected('was.jsonl', 'CONVICTED');
    expect(outcomes(convicted)).toEqual([['dismiss-and-seal', '', 'redesignate-misdemeanor']]);
    expect(convicted('court_update.csv')).toHaveLength(1);

    const acquitted = await corrected('not.jsonl', 'ACQUITTED');
    expect(acquitted('source_results.csv')).toEqual([]);
    expect(acquitted('court_update.csv')).toEqual([]);
    expect(acquitted('corrections.csv')).toMatchObject([{ state: 'used', value: 'ACQUITTED' }]);

    const { id } = JSON.parse(readFileSync(at('not.jsonl'), 'utf8').split('\n')[0] ?? '') as { id: string };
    await clearway('fix', 'undo', id, '--corrections', at('not.jsonl'), '--reason', 'wrong docket');
    expect(outcomes(await analyze('again', '--corrections', at('not.jsonl')))).toEqual(ASKED);
  });

  it('is told by explain, with the answers and what follows from each', async () => {
    const { out } = await clearway('explain', ...files, '--subject', WHO.cii, '--as-of', '2026-11-23');
    expect(out).toContain('one source calls a conviction and another dismissed or acquitted: 1.');
    for (const said of SAID) expect(out).toContain(said);
    expect(out).toContain(`If ${ANSWER.convicted}: dismissed and sealed.`);
    expect(out).toContain(`If ${ANSWER.not}: not eligible.`);
  });
});
