// Real: the built program and its files. No server.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillIn, readWorkbook, type Written } from '@clearway/spreadsheets';
import { clearway, rowsOf } from '../testing/run-clearway';

jest.setTimeout(240_000);

describe('people in the loop, through the command line', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const analyze = async (out: string, ...more: string[]): Promise<void> => {
    const args = ['--county', 'FRESNO', '--policy', 'california-statute', '--as-of', '2026-11-23', '--threads', '1'];
    const ended = await clearway('analyze', at('county.csv'), ...args, '--out', at(out), ...more);
    expect([ended.code, ended.err.replace(/^(?:reading|deciding|papers).*\n/gm, '')]).toEqual([0, expect.any(String)]);
  };
  const result = (out: string, row: { Person?: string; Conviction?: string }): Record<string, string> =>
    rowsOf(at(`${out}/Prop64_Results.csv`)).find(
      (each) => each['Person'] === row.Person && each['Conviction'] === row.Conviction,
    ) ?? {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-review-'));
    await clearway(
      'synth',
      '--county',
      'FRESNO',
      '--rows',
      '8000',
      '--seed',
      '3',
      '--out',
      at('county.csv'),
      '--no-truth',
    );
    await analyze('before', '--papers', 'bulk');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('facts of cases: granted, challenged, destroyed, on the list; what fits nothing is listed and ties out', async () => {
    const owed = rowsOf(at('before/Prop64_Results.csv')).filter(
      (each) => each['Outcome'] === 'dismiss-and-seal' && each['Standing'] === 'open' && each['CII_NUMBER'] !== '',
    );
    const keys = owed.slice(0, 4).map((each) => [each['CII_NUMBER'], (each['Conviction'] ?? '').split(':')[1]]);
    expect(keys).toHaveLength(4);
    const head = 'cii,count,on_list,challenged_on,challenged_by,ground,evidence,evidence_kind,granted_on,destroyed';
    const said = [
      'yes,,,,,,,',
      ',,,,,,2019-05-01,',
      ',2020-06-01,DDA ROE,c2-criteria,"record, page 3",court-record,,',
      ',,,,,,,yes',
    ];
    writeFileSync(
      at('facts.csv'),
      [head, ...keys.map((key, i) => `${key.join(',')},${said[i]}`), 'A0,101001001000,yes,,,,,,,', ''].join('\n'),
    );
    await analyze('facts', '--papers', 'bulk', '--letters', '--facts', at('facts.csv'));
    expect(owed.slice(0, 4).map((each) => result('facts', each)['Standing'])).toEqual([
      'order-overdue',
      'granted',
      'challenged',
      'open',
    ]);
    expect(rowsOf(at('facts/facts_unused.csv'))).toMatchObject([
      { file: 'facts.csv', line: '6', reason: 'no-such-count' },
    ]);
    expect(rowsOf(at('facts/cannot_file.csv')).filter(({ reason }) => reason === 'no-record-located')).toHaveLength(1);
    const told = rowsOf(at('facts/public_defender.csv'));
    expect(told.filter(({ what }) => what === 'challenged')).toMatchObject([
      {
        evidence: 'record, page 3',
        challenged_by: 'DDA ROE',
        relief_without_challenge: expect.stringContaining('dismissed'),
      },
    ]);
    expect(told.filter((each) => each['ground_or_reason'] === 'no court record located')).toHaveLength(1);
    expect(readFileSync(at('facts/Public_Defender.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const lines = (out: string): number => rowsOf(at(`${out}/court_update.csv`)).length;
    expect(lines('facts')).toBe(lines('before') - 3);
    const run = JSON.parse(readFileSync(at('facts/run.json'), 'utf8')) as { settings: Record<string, string> };
    expect(run.settings['facts']).toMatch(/^[0-9a-f]{64}$/);
    const explained = await clearway(
      'explain',
      at('county.csv'),
      '--subject',
      keys[1]?.[0] ?? '',
      '--as-of',
      '2026-11-23',
      '--facts',
      at('facts.csv'),
    );
    expect([explained.code, explained.err]).toEqual([0, expect.not.stringContaining('clearway:')]);
  });

  it('a facts file that is wrong is refused by line, a replay takes none', async () => {
    writeFileSync(at('wrong.csv'), 'cii,case_number,on_list\nA1,F1,perhaps\n');
    const args = ['analyze', at('county.csv'), '--county', 'FRESNO', '--as-of', '2026-11-23', '--out', at('no')];
    const wrong = await clearway(...args, '--policy', 'california-statute', '--facts', at('wrong.csv'));
    expect([wrong.code, wrong.err]).toEqual([
      3,
      expect.stringMatching(/wrong\.csv: .*\nline 2, on_list: write yes or no/),
    ]);
    const replay = await clearway(...args, '--policy', 'los-angeles-2020', '--facts', at('facts.csv'));
    expect([replay.code, replay.err]).toEqual([2, expect.stringContaining('A replay decides')]);
    expect(readdirSync(folder)).not.toContain('no');
  });

  it('export, answer, import twice, run again: answered; undo: open again', async () => {
    expect((await clearway('review', 'export', at('before'), '--out', at('review.xlsx'))).code).toBe(0);
    expect(statSync(at('review.xlsx')).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(at('review.xlsx'));
    const sheet = readWorkbook(bytes).sheets.find(({ name }) => name === 'Questions');
    const row = sheet?.rows.find(({ cells }) => cells.get(0)?.text.startsWith('home-grown'))?.row ?? 0;
    const yes: Written = {
      sheet: 'Questions',
      head: 'Answer for all',
      row,
      value: 'at home, and from up to six plants',
    };
    writeFileSync(at('answered.xlsx'), await fillIn(bytes, [yes]));
    const decisions = at('decisions.jsonl');
    const first = await clearway('review', 'import', at('answered.xlsx'), '--decisions', decisions, '--json');
    const recorded = JSON.parse(first.out) as { recorded: Record<string, number> };
    expect(recorded.recorded['answer']).toBeGreaterThan(0);
    expect(statSync(decisions).mode & 0o777).toBe(0o600);
    const text = readFileSync(decisions, 'utf8');
    await clearway('review', 'import', at('answered.xlsx'), '--decisions', decisions);
    expect(readFileSync(decisions, 'utf8')).toBe(text);

    await analyze('after', '--decisions', decisions);
    const asked = rowsOf(at('before/review.csv')).filter((each) => each['Question'] === 'home-grown');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map((each) => result('after', each)['Outcome'])).toEqual(asked.map(() => 'dismiss-and-seal'));
    expect(new Set(rowsOf(at('after/decisions.csv')).map(({ state }) => state))).toEqual(new Set(['applied']));

    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    const undone = await clearway('review', 'undo', ...ids, '--reason', 'wrong case files', '--decisions', decisions);
    expect(undone.code).toBe(0);
    await analyze('undone', '--decisions', decisions);
    expect(readFileSync(at('undone/review.csv'), 'utf8')).toBe(readFileSync(at('before/review.csv'), 'utf8'));
  });

  it('an answer is stale when the record changed: the question is open again, and it is said', async () => {
    const decisions = at('stale.jsonl');
    await clearway('review', 'import', at('answered.xlsx'), '--decisions', decisions);
    const [asked] = rowsOf(at('before/review.csv')).filter((each) => each['Question'] === 'home-grown');
    const county = readFileSync(at('county.csv'), 'utf8');
    // The state delivers the file again, with another birth date of this person.
    const changed = county
      .split('\n')
      .map((line) => (line.includes(asked?.['CII'] ?? '?') ? line.replace(/,([MF]),\d{8},/g, ',$1,19700102,') : line))
      .join('\n');
    expect(changed).not.toBe(county);
    writeFileSync(at('changed.csv'), changed);
    const ended = await clearway(
      'analyze',
      at('changed.csv'),
      '--county',
      'FRESNO',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--threads',
      '1',
      '--out',
      at('stale'),
      '--decisions',
      decisions,
    );
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining('1 decision is stale')]);
    expect(result('stale', asked ?? {})['Outcome']).toBe('review');
    expect(rowsOf(at('stale/decisions.csv')).filter(({ state }) => state === 'stale')).toMatchObject([
      { person: asked?.['Person'] },
    ]);
  });

  it('a workbook changed by hand in a wrong way names sheet and cell, and imports nothing', async () => {
    const bytes = readFileSync(at('review.xlsx'));
    writeFileSync(
      at('bad.xlsx'),
      await fillIn(bytes, [{ sheet: 'Convictions', head: 'Challenge: ground', row: 2, value: 'c2-criteria' }]),
    );
    const ended = await clearway('review', 'import', at('bad.xlsx'), '--decisions', at('bad.jsonl'));
    expect([ended.code, ended.err]).toEqual([
      3,
      expect.stringMatching(/sheet "Convictions", cell R2: without evidence/),
    ]);
    expect(readdirSync(folder)).not.toContain('bad.jsonl');
  });

  it('certify draws the same twice, and reads the verdicts', async () => {
    for (const name of ['one.xlsx', 'two.xlsx']) {
      expect((await clearway('certify', at('before'), '--sample', '30', '--seed', '7', '--out', at(name))).code).toBe(
        0,
      );
    }
    const bytes = readFileSync(at('one.xlsx'));
    expect(bytes.equals(readFileSync(at('two.xlsx')))).toBe(true);
    const verdicts = Array.from(
      { length: 30 },
      (_, i): Written => ({ sheet: 'Sample', head: 'Verdict', row: i + 2, value: 'agree' }),
    );
    writeFileSync(at('one.xlsx'), await fillIn(bytes, verdicts));
    const ended = await clearway('certify', 'read', at('one.xlsx'), '--out', at('certificate.json'));
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('with a confidence of 95 percent')]);
    const certificate = JSON.parse(readFileSync(at('certificate.json'), 'utf8')) as { bound: number; drawn: number };
    expect(certificate).toMatchObject({ drawn: 30 });
    expect((await clearway('certify', 'read', at('two.xlsx'))).code).toBe(3);
  });
});
