import { DEFECT_KINDS } from '@clearway/record';
import { type PricedDefect } from '@clearway/rules';
import { type SourceCounts } from '../run/reported-run';
import { summaryJson } from '../summary/summary-json';
import { summaryReport } from '../summary-report/summary-report';
import { Tally } from '../tally/tally';
import { conviction, decidedPerson } from '../testing/decided';
import { SMALL_RUN, smallTally } from '../testing/small-run';
import { textOf } from '../testing/text-of-pdf';
import { CorrectionsUse } from './corrections-use';
import { dataQualityCsv, qualityLines } from './data-quality';
import { DEFECT_COLUMNS, defectRows, DefectWriter } from './defect-rows';

const KEY = '0:101002001000';
const defect = (
  kind: PricedDefect['kind'],
  keeps: readonly string[],
  changes: Partial<PricedDefect> = {},
): PricedDefect => ({
  kind,
  key: KEY,
  at: { file: 0, row: 4, line: 6 },
  field: 'conviction-date',
  now: '2005-03',
  keeps,
  count: { charge: '11358 HS', court: 'CASC FRESNO', caseNumbers: ['F1'] },
  ...changes,
});
const PEOPLE = [
  decidedPerson({
    person: 'p1',
    defects: [defect('partial-date', [KEY]), defect('partial-date', [KEY], { key: '' }), defect('rejected-row', [])],
  }),
  decidedPerson({
    person: 'p2',
    defects: [defect('severity-not-stated', []), defect('rejected-row', [], { at: undefined })],
    keptTogether: [KEY],
  }),
  decidedPerson({ person: 'p3' }),
];

function tallyOf(people = PEOPLE): Tally {
  const tally = new Tally(20200701);
  for (const each of people) tally.add(each);
  return tally;
}

describe('the data-quality report', () => {
  it('counts people, places and convictions by kind, what keeps the most from relief first, then by people', () => {
    expect(qualityLines(tallyOf().toJSON())).toEqual([
      { kind: 'partial-date', people: 1, places: 2, convictionsKept: 1 },
      { kind: 'several-together', people: 1, places: 1, convictionsKept: 1 },
      { kind: 'rejected-row', people: 2, places: 2, convictionsKept: 0 },
      { kind: 'severity-not-stated', people: 1, places: 1, convictionsKept: 0 },
    ]);
  });

  it('is the same however people are divided between threads, and reads a tally of before', () => {
    const [first, ...others] = PEOPLE;
    const merged = tallyOf([first!]);
    merged.merge(tallyOf(others));
    expect(dataQualityCsv(merged.toJSON(), [])).toBe(dataQualityCsv(tallyOf().toJSON(), []));
    const { defectPlaces: _, defectPeople: __, defectConvictions: ___, ...tables } = tallyOf().toJSON().tables;
    const before = Tally.fromJSON({ ...tallyOf().toJSON(), tables: tables as never });
    expect(qualityLines(before.toJSON())).toEqual([]);
  });

  it('data_quality.csv says in words what each kind is and what mends it', () => {
    const [head, first] = dataQualityCsv(tallyOf().toJSON(), []).split('\n');
    expect(head).toBe('\uFEFFkind,in_words,people,places,convictions_kept_from_relief,what_mends_it');
    expect(first).toMatch(
      /^partial-date,"A date that is missing, or whose day or month is not known",1,2,1,"the date, from/,
    );
  });

  it('names last the kinds that nobody has, and those that nothing in the run could show', () => {
    const source = (kind: 'court-extract' | 'rap-sheet') => ({ source: { kind } as SourceCounts });
    const lastOf = (files: Parameters<typeof dataQualityCsv>[1]): ReadonlyMap<string, string> =>
      new Map(
        dataQualityCsv(tallyOf().toJSON(), files)
          .split('\n')
          .slice(5, -1)
          .map((line) => [line.split(',')[0] ?? '', line]),
      );
    const state = lastOf([{}]);
    expect([...state.keys()]).toEqual(
      DEFECT_KINDS.filter((kind) => !['partial-date', 'rejected-row', 'severity-not-stated'].includes(kind)),
    );
    expect(state.get('unknown-section')).toMatch(/,0,0,0,"?the section/);
    for (const kind of ['not-in-the-state-file', 'not-in-the-court-extract', 'sources-disagree'])
      expect(state.get(kind)).toMatch(/,0,0,0,"?not looked for: no court's export/);
    const courts = lastOf([source('court-extract')]);
    expect(courts.get('not-in-the-state-file')).toContain('not looked for: no file of the state in this run');
    expect(courts.get('not-in-the-court-extract')).toContain('not looked for: no file of the state in this run');
    expect(lastOf([{}, source('rap-sheet')]).get('not-in-the-court-extract')).toContain(
      "not looked for: no court's export",
    );
    expect([...lastOf([{}, source('court-extract')]).values()].join()).not.toContain('not looked for');
  });

  it('data_quality_rows.csv has a row for each defect, and no cell that a spreadsheet program would run', () => {
    const writer = new DefectWriter(['county.dat']);
    const risky = decidedPerson({ name: '=CMD()', defects: [defect('partial-date', [KEY], { now: '+A1' })] });
    expect(writer.header()).toBe(`\uFEFF${DEFECT_COLUMNS.join(',')}\n`);
    const [row] = writer.rowsOf(risky).split('\n');
    expect(row).toContain("'=CMD()");
    expect(row).toContain("conviction-date,'+A1");
    for (const each of PEOPLE) expect(writer.rowsOf(each).split('\n').length - 1).toBe(defectRows(each));
    expect(writer.rowsOf(PEOPLE[1]!)).toContain('several-together');
  });

  it('stands in the summary, for programs and for people', () => {
    const tally = tallyOf().toJSON();
    expect(JSON.parse(summaryJson({ run: SMALL_RUN, tally }))).toMatchObject({
      dataQuality: [{ kind: 'partial-date', convictionsKept: 1 }, {}, {}, {}],
    });
    const text = textOf(summaryReport({ run: SMALL_RUN, tally }));
    expect(text).toContain('Defects of the data, and what they keep from relief');
    expect(text).toContain('whose day or month is not known 1 2 1');
    expect(textOf(summaryReport({ run: SMALL_RUN, tally: smallTally().toJSON() }))).not.toContain(
      'Defects of the data',
    );
  });
});

describe('corrections in a run', () => {
  const correction = {
    person: 'p1',
    key: KEY,
    field: 'conviction-date' as const,
    was: '',
    value: '2005-03-01',
    evidence: 'docket',
    by: 'DDA ROE',
    on: 20261101,
  };
  it('each was used, or stale, or had no place, and the numbers add up', () => {
    const use = new CorrectionsUse();
    const all = ['a', 'b', 'c'].map((id) => ({ ...correction, id }));
    use.add(
      decidedPerson({
        convictions: [conviction()],
        corrections: [
          { ...all[0]!, state: 'used' },
          { ...all[1]!, state: 'stale' },
        ],
      }),
    );
    expect(use.counts(all)).toEqual({ inForce: 3, used: 1, stale: 1, unmatched: 1 });
  });
});
