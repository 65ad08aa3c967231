// Real: the built program and its files. No server.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRow, fillIn, readCsv, readWorkbook, type Written } from '@clearway/spreadsheets';
import { clearway, rowsOf } from '../testing/run-clearway';

jest.setTimeout(240_000);

/**
 * People of the state's file whose relief depends on what they were convicted of before; a court knows somebody of each name, born a
 * day later, without a middle name, whom it convicted of murder. Are they one person?
 */
describe('who is one person, through the command line', () => {
  let folder: string;
  let people: string[];
  let convictions: string[];
  const at = (name: string): string => join(folder, name);
  const analyze = async (out: string, ...more: string[]): Promise<void> => {
    const args = ['--county', 'FRESNO', '--policy', 'california-statute', '--as-of', '2026-11-23', '--threads', '1'];
    const files = [at('county.csv'), ...(out === 'alone' ? [] : [at('court.csv')])];
    const ended = await clearway('analyze', ...files, ...args, '--out', at(out), ...more);
    expect([ended.code, ended.err.replace(/^(?:reading|joining|deciding|papers).*\n/gm, '')]).toEqual([
      0,
      expect.any(String),
    ]);
  };
  const outcomes = (out: string): string[] => {
    const rows = rowsOf(at(`${out}/Prop64_Results.csv`));
    return people.map(
      (person, n) =>
        rows.find((each) => each['Person'] === person && each['Conviction'] === convictions[n])?.['Outcome'] ?? '',
    );
  };
  const review = (...args: string[]) => clearway('review', ...args, '--decisions', at('decisions.jsonl'));
  const states = (out: string): string[] => rowsOf(at(`${out}/decisions.csv`)).map(({ state }) => state ?? '');

  /** The row of a question about a person on the sheet. */
  async function rowOf(bytes: Uint8Array, name: string): Promise<number> {
    const sheet = readWorkbook(bytes).sheets.find((each) => each.name === 'One person');
    const row = sheet?.rows.find(({ cells }) => cells.get(1)?.text === 'first' && cells.get(2)?.text === name);
    return row?.row ?? 0;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-same-person-'));
    const synth = ['--county', 'FRESNO', '--rows', '8000', '--seed', '3', '--out', at('county.csv'), '--no-truth'];
    await clearway('synth', ...synth);
    await analyze('alone');
    const found = rowsOf(at('alone/Prop64_Results.csv')).filter(
      (each) =>
        each['Outcome'] === 'redesignate-misdemeanor' &&
        Object.values(each).some((cell) => /^HS 113(?:59|60)/.test(cell)) &&
        each['CII_NUMBER'] !== '' &&
        /^\d{6}(0[1-9]|1\d)$/.test(each['PRI_DOB'] ?? ''),
    );
    const once = [...new Map(found.map((each) => [each['Person'] ?? '', each])).values()].slice(0, 3);
    people = once.map((each) => each['Person'] ?? '');
    convictions = once.map((each) => each['Conviction'] ?? '');
    expect(people).toHaveLength(3);
    const heads = [
      'Name',
      'Birth Date',
      'Sex',
      'Case Number',
      'County',
      'Charge',
      'Disposition',
      'Disposition Date',
      'Severity',
    ];
    const rows = once.map((each, n) => {
      const born = Number(each['PRI_DOB']) + 1;
      const day = String(born).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
      const convicted = `${String(born)
        .slice(0, 4)
        .replace(/\d+/, (year) => String(Number(year) + 18))}-12-30`;
      return [
        (each['PRI_NAME'] ?? '').replace(/ [A-Z]+$/, ''),
        day,
        each['GENDER'] ?? '',
        `F9990${n}`,
        'FRESNO',
        '187(A) PC-MURDER',
        'Guilty',
        convicted,
        'Felony',
      ];
    });
    writeFileSync(at('court.csv'), [heads, ...rows].map((cells) => csvRow(cells)).join(''));
    await analyze('asked');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks, and decides nothing that hangs on it', async () => {
    const asked = rowsOf(at('asked/same_person.csv'));
    expect(
      people.filter((person) => asked.some((each) => [each['Person 1'], each['Person 2']].includes(person))),
    ).toEqual(people);
    expect(outcomes('asked')).toEqual(['review', 'review', 'review']);
  });

  it('the answers come back from the workbook, once, and hold on every run until they are undone', async () => {
    expect((await clearway('review', 'export', at('asked'), '--out', at('review.xlsx'))).code).toBe(0);
    const bytes = readFileSync(at('review.xlsx'));
    const names = new Map(
      rowsOf(at('asked/same_person.csv')).flatMap((each) =>
        people.flatMap((person) =>
          [each['Person 1'], each['Person 2']].includes(person) ? [[person, each['Name 1'] ?? '']] : [],
        ),
      ) as [string, string][],
    );
    const answer = async (person: string | undefined, words: string): Promise<Written[]> => {
      const row = await rowOf(bytes, names.get(person ?? '') ?? '');
      const on = (head: string, value: string): Written => ({ sheet: 'One person', head, row, value });
      return [on('One person?', words), on('Reason', 'booking photo'), on('By', 'P. Legal'), on('On', '2026-11-20')];
    };
    const answers = [
      await answer(people[0], 'one person'),
      await answer(people[1], 'two people'),
      await answer(people[2], 'cannot tell'),
    ];
    writeFileSync(at('answered.xlsx'), await fillIn(bytes, answers.flat()));
    const first = await review('import', at('answered.xlsx'));
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/1 same-person/)]);
    expect(first.out).toContain('1 different-people');
    expect(first.out).toContain('4 people are touched');
    const text = readFileSync(at('decisions.jsonl'), 'utf8');
    expect((await review('import', at('answered.xlsx'))).code).toBe(0);
    expect(readFileSync(at('decisions.jsonl'), 'utf8')).toBe(text);

    await analyze('decided', '--decisions', at('decisions.jsonl'));
    expect(outcomes('decided')).toEqual(['not-eligible', 'redesignate-misdemeanor', 'review']);
    expect(states('decided')).toEqual(['applied', 'applied']);
    expect(rowsOf(at('decided/people_joined.csv')).filter((each) => each['Joined By'] === 'decision')).toHaveLength(1);
    expect(rowsOf(at('decided/same_person.csv'))).toHaveLength(rowsOf(at('asked/same_person.csv')).length - 2);

    // Without the court's file the decisions wait for it.
    await analyze('alone', '--decisions', at('decisions.jsonl'));
    expect(states('alone')).toEqual(['waiting', 'waiting']);

    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect((await review('list')).out.match(/same-person|different-people/g)).toHaveLength(2);
    expect((await review('undo', ...ids, '--reason', 'wrong photo')).code).toBe(0);
    await analyze('undone', '--decisions', at('decisions.jsonl'));
    expect(readFileSync(at('undone/same_person.csv'), 'utf8')).toBe(readFileSync(at('asked/same_person.csv'), 'utf8'));
    expect(outcomes('undone')).toEqual(['review', 'review', 'review']);
    const again = await review('import', at('answered.xlsx'));
    expect(again.err).toMatch(/2 of the decisions were undone before and stay so/);
  });

  it('two that were joined without a question are never joined again', async () => {
    const one = rowsOf(at('asked/same_person.csv'))[0];
    // The same person with a middle name: joined by likeness.
    const rows = readFileSync(at('court.csv'), 'utf8').trimEnd().split('\n');
    const full = rowsOf(at('alone/Prop64_Results.csv')).find(
      (each) => each['Person'] === people[0] && each['Conviction'] === convictions[0],
    );
    const [, ...rest] = [...readCsv(rows[1] ?? '')][0]?.fields ?? [];
    const born = (full?.['PRI_DOB'] ?? '').replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
    writeFileSync(at('court.csv'), `${rows[0]}\n${csvRow([full?.['PRI_NAME'] ?? '', born, ...rest.slice(1)])}`);
    await analyze('joined');
    const [join] = rowsOf(at('joined/people_joined.csv'));
    expect([join?.['Person'], outcomes('joined')[0]]).toEqual([people[0], 'not-eligible']);
    const records = [join?.['First Record'] ?? '', join?.['Second Record'] ?? ''] as const;
    const decide = (...ids: readonly string[]) =>
      clearway(
        'review',
        'pair',
        at('joined'),
        ...ids,
        '--answer',
        'two-people',
        '--reason',
        'photos',
        '--decisions',
        at('refused.jsonl'),
      );
    expect((await decide(records[0], one?.['Record 1'] ?? 'x')).code).toBe(2);
    expect((await decide(...records)).code).toBe(0);
    await analyze('refused', '--decisions', at('refused.jsonl'));
    expect([states('refused'), outcomes('refused')[0]]).toEqual([['applied'], 'redesignate-misdemeanor']);
    expect(rowsOf(at('refused/people_joined.csv'))).toEqual([]);
  });

  it('a workbook whose records were changed is refused, and nothing is taken', async () => {
    const bytes = readFileSync(at('review.xlsx'));
    const edited: Written = { sheet: 'One person', head: 'Record id', row: 3, value: '0123456789abcdef' };
    writeFileSync(at('bad.xlsx'), await fillIn(bytes, [edited]));
    const ended = await clearway('review', 'import', at('bad.xlsx'), '--decisions', at('bad.jsonl'));
    expect([ended.code, ended.err]).toEqual([
      3,
      expect.stringMatching(/sheet "One person", cell P3: is not what was exported/),
    ]);
    expect(existsSync(at('bad.jsonl'))).toBe(false);
  });
});
