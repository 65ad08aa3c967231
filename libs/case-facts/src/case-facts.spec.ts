import { reliefFiled } from '@clearway/rules';
import { FactsFileError, SharedSubjectError } from './errors';
import { readFactsFile } from './facts-file';
import { FactsUse } from './facts-use';
import { decided, history } from './testing/people';

const read = (text: string): ReturnType<typeof readFactsFile> => readFactsFile(Buffer.from(text));
const HEAD =
  'cii,subject_id,case_number,count,section,conviction_date,on_list,challenged_on,challenged_by,ground,evidence,evidence_kind,granted_on,destroyed,source\n';
const CHALLENGE = '2020-06-01,DDA ROE,c2-criteria,"certified record, page 3",record-of-conviction';

describe('facts of the case', () => {
  const standings = (text: string, asOf?: number): string[] =>
    decided({ rows: read(HEAD + text) }, history(), asOf).convictions.map((each) => each.determination.standing);

  it('on the list and not challenged is overdue after the day of the order, and never too late', () => {
    const row = 'A1,,F10000123,,,,yes,,,,,,,,list of 2019\n';
    expect(standings(row, 20230301)).toEqual(['open', 'open']);
    expect(standings(row, 20230302)).toEqual(['order-overdue', 'order-overdue']);
    const person = decided({ rows: read(HEAD + row) });
    expect(person.convictions.map((each) => reliefFiled(each.determination))).not.toContain('none');
  });

  it('granted is not filed again, also when only the fact is known', () => {
    expect(standings('A1,,F10 000123,,,,,,,,,,2019-05-01,,\n')).toEqual(['granted', 'granted']);
    expect(standings('A1,,F10-000123,,,,,,,,,,yes,,\n')).toEqual(['granted', 'granted']);
  });

  it('a whole challenge takes relief away, from the one count that it names', () => {
    const row = `A1,,F10-000123,,HS 11359,,,${CHALLENGE},,,\n`;
    expect(standings(row)).toEqual(['challenged', 'open']);
    const [first] = decided({ rows: read(HEAD + row) }).convictions;
    expect(first && reliefFiled(first.determination)).toBe('none');
    expect(first?.caseNote?.facts.challenge).toMatchObject({ by: 'DDA ROE', on: 20200601 });
  });

  it('public safety is no ground against a completed sentence', () =>
    expect(standings(`A1,,,101001001000,,,,${CHALLENGE.replace('c2-criteria', 'c1-public-safety')},,,\n`)).toEqual([
      'open',
      'open',
    ]));

  it('a destroyed record is filed nowhere; the relief that is owed still stands there', () => {
    const person = decided({ rows: read(`${HEAD}A1,,F10-000123,,,2010-06-15,,,,,,,,yes,clerk\n`) });
    const [first] = person.convictions;
    expect(first?.determination).toMatchObject({ noRecord: true, relief: 'redesignate-misdemeanor' });
    expect(first && reliefFiled(first.determination)).toBe('none');
  });

  it('a closer row goes before a wider one; two as close that differ are both unused', () => {
    const closer = read(`${HEAD}A1,,F10-000123,,,,yes,,,,,,,,\nA1,,F10-000123,101001002000,,,no,,,,,,,,\n`);
    expect(decided({ rows: closer }).convictions.map((each) => each.determination.standing)).toEqual([
      'order-overdue',
      'open',
    ]);
    const data = { rows: read(`${HEAD}A1,,F10-000123,,,,yes,,,,,,,,\nA1,,F10-000123,,,,no,,,,,,,,\n`), decisions: [] };
    const use = new FactsUse(data);
    use.add(decided(data));
    expect(use.counts()).toMatchObject({ rows: 2, rowsUsed: 0, rowsUnused: 2 });
    expect(use.unusedCsv(['f.csv'])).toContain('f.csv,3,contradicted,');
  });

  it('a row that fits nothing is listed by line, and says nothing of the person', () => {
    const data = { rows: read(`${HEAD}A1,,F99,,,,yes,,,,,,,,\nB2,,F10-000123,,,,yes,,,,,,,,\n`), decisions: [] };
    const use = new FactsUse(data);
    use.add(decided(data));
    expect(
      use
        .unusedCsv(['f.csv'])
        .split('\n')
        .slice(1, 3)
        .map((row) => row.slice(0, 21)),
    ).toEqual(['f.csv,2,no-such-count', 'f.csv,3,no-such-count']);
    expect(use.unusedCsv(['f.csv'])).not.toMatch(/B2|F99/);
  });

  it('a SUBJECT_ID of two people is refused by line, a CII is not', () => {
    const data = {
      rows: read(`${HEAD},101,F10-000123,,,,yes,,,,,,,,\nA1,,F10-000123,,,,yes,,,,,,,,\n`),
      decisions: [],
    };
    const use = new FactsUse(data);
    use.add(decided(data, history({}, 'p1')));
    use.assertNobodyElse();
    use.add(decided(data, history({ cii: 'A2' }, 'p2')));
    expect(() => use.assertNobodyElse()).toThrow(SharedSubjectError);
    expect(() => use.assertNobodyElse()).toThrow(/file 1 line 2$/);
  });
});

describe('a facts file that is wrong', () => {
  const problems = (text: string): string[] => {
    try {
      read(text);
    } catch (error) {
      return (error as FactsFileError).problems.map(({ code, line, column }) => `${code} ${line} ${column}`);
    }
    return [];
  };

  it.each([
    ['', ['facts.empty 1 header']],
    ['cii,zip\n', ['facts.unknown-column 1 column 2']],
    ['case_number,on_list\nF1,yes\n', ['facts.missing-column 1 header']],
    ['cii,case number,on list\nA1,F1\n', ['facts.field-count 2 row']],
    [
      'CII,Case Number,On List\n,F1,yes\nA1,,yes\nA1,F1,perhaps\nA1,F1,\n',
      ['facts.no-person 2 row', 'facts.no-case 3 row', 'facts.bad-value 4 on_list', 'facts.nothing-said 5 row'],
    ],
    [`${HEAD}A1,,F1,,,,,2020-06-01,DDA ROE,c2-criteria,,record-of-conviction,,,\n`, ['facts.bad-challenge 2 evidence']],
    [
      `${HEAD}A1,,F1,,,,,2020-06-01,DDA ROE,c2-criteria,report,unreliable-hearsay,,,\n`,
      ['facts.bad-challenge 2 evidence_kind'],
    ],
    [
      `${HEAD}A1,,F1,,,,,2020-02-30,DDA ROE,danger,report,testimony,,,\n`,
      ['facts.bad-challenge 2 challenged_on', 'facts.bad-challenge 2 ground'],
    ],
    ['cii,case_number,on_list\n"A1,F1,yes\n', ['facts.quotes 2 column 1']],
  ])('%j', (text, expected) => expect(problems(text)).toEqual(expected));

  it('tells no value', () => {
    expect(() => read('cii,case_number,granted_on\nA1234567,F1,soon\n')).toThrow(FactsFileError);
    try {
      read('cii,case_number,granted_on\nA1234567,F1,soon\n');
    } catch (error) {
      expect((error as Error).message).not.toMatch(/A1234567|F1|soon/);
    }
  });
});
