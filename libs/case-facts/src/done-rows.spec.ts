import { type FactsRow } from './facts-row';
import { factsRowsOf, type DoneRow } from './done-rows';
import { FactsUse } from './facts-use';
import { OwedList } from './owed-list';
import { decided, history } from './testing/people';

/** Rows of a list of grants, by the person's own id. */
function rows(...columns: readonly DoneRow['columns'][]): readonly FactsRow[] {
  const read = factsRowsOf(
    columns.map((each, i) => ({ line: i + 2, columns: { granted_on: '2020-06-01', ...each } })),
    0,
  );
  expect(read.unread).toEqual([]);
  return read.rows.map((row) => ({ ...row, person: 'p1' }));
}
const TWO = history({ offence: '11359 HS-POSSESS FOR SALE' });
function standings(list: readonly FactsRow[], subject = history()): readonly string[] {
  return decided({ rows: list }, subject).convictions.map(({ determination }) => determination.standing);
}
function reasons(list: readonly FactsRow[], subject = history()): readonly string[] {
  const use = new FactsUse({ rows: list, decisions: [] });
  use.add(decided({ rows: list }, subject));
  const { rows: all, rowsUsed, rowsUnused } = use.counts();
  expect(rowsUsed + rowsUnused).toBe(all);
  return list.map((row) => use.reasonOf(row) ?? 'used');
}

describe('rows of a list of what already happened', () => {
  it.each<[string, DoneRow['columns'], readonly string[]]>([
    ['case and section', { case_number: 'F10-000123', section: 'HS 11359' }, ['granted', 'open']],
    ['a case number that lost its zeros', { case_number: 'F10-123', section: 'HS 11359' }, ['granted', 'open']],
    [
      'a case number without the letter in front',
      { case_number: '10-000123', section: 'HS 11359' },
      ['granted', 'open'],
    ],
    ['another case', { case_number: 'F10-000124', section: 'HS 11359' }, ['open', 'open']],
    ['a case alone is the whole case', { case_number: 'F10-000123' }, ['granted', 'granted']],
    ['a day that both were convicted on is of one of them', { conviction_date: '2010-06-15' }, ['open', 'open']],
  ])('%s', (_name, columns, standing) => expect(standings(rows(columns))).toEqual(standing));

  it('gives a row that fits two counts to neither, and as many rows as counts to all', () => {
    const one = { case_number: 'F10-000123', section: 'HS 11359' };
    expect(standings(rows(one), TWO)).toEqual(['open', 'open']);
    expect(reasons(rows(one), TWO)).toEqual(['fits-several-counts']);
    expect(standings(rows(one, one), TWO)).toEqual(['granted', 'granted']);
    expect(reasons(rows(one, one), TWO)).toEqual(['used', 'used']);
  });

  it('says of a row why nobody has it', () => {
    const [row] = rows({ case_number: 'F10-000123', section: 'HS 11359' }) as [FactsRow];
    const { person: _person, ...alone } = row;
    expect(reasons([{ ...row, person: 'p2' }])).toEqual(['no-such-count']);
    expect(reasons([{ ...alone, nobody: 'no-such-person' }])).toEqual(['no-such-person']);
    expect(reasons([{ ...alone, nobody: 'person-asked' }])).toEqual(['person-asked']);
    // A number that was found to be nobody's decides nothing, even where somebody has it.
    expect(standings([{ ...alone, cii: 'A1', nobody: 'person-asked' }])).toEqual(['open', 'open']);
  });

  it('lists what cannot be understood', () => {
    const read = factsRowsOf([{ line: 7, columns: { section: 'HS 11359', challenged_on: '2020-06-01' } }], 3);
    expect(read).toMatchObject({ rows: [], unread: [{ file: 3, line: 7, reason: 'not-understood' }] });
    const use = new FactsUse({ rows: [], decisions: [], unread: read.unread });
    expect(use.counts()).toMatchObject({ rows: 1, rowsUsed: 0, rowsUnused: 1 });
    expect(use.unusedCsv(['a', 'b', 'c', 'list.csv'])).toContain('list.csv,7,not-understood,');
  });

  it('says of each conviction what is done, by whom, and what is owed', () => {
    const list = [
      ...rows({ case_number: 'F10-000123', section: 'HS 11359' }),
      ...factsRowsOf([{ line: 9, columns: { case_number: 'F99-1', on_list: 'yes' } }], 0).rows.map(
        (row): FactsRow => ({ ...row, nobody: 'no-such-person' }),
      ),
    ];
    const owed = new OwedList(list, { facts: ['grants.csv'], sources: ['county.dat'] });
    const person = decided({ rows: list });
    const use = new FactsUse({ rows: list, decisions: [] });
    use.add(person);
    owed.add(person);
    const lines = owed
      .csv((row) => use.reasonOf(row))
      .trim()
      .split('\n');
    expect(lines.map((each) => each.trim().split(',').slice(-5).join(','))).toEqual([
      'questions,done,done_source,standing,still_owed',
      ',granted 2020-06-01,grants.csv line 2,granted,nothing',
      expect.stringMatching(/^[a-z -]*,,,open,/),
      ',,grants.csv line 9,no-such-person,cannot tell: see facts_unused.csv',
    ]);
    expect(owed.counts()).toEqual({ rows: 2, owed: 1, done: 1 });
  });
});
