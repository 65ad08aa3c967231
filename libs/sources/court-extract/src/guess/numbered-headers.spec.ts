import { extractOf } from '../testing/describe-histories';
import { guessMapping } from './guess-mapping';
import { numberedColumns } from './numbered-headers';

const of = (...names: readonly string[]): string[] =>
  [...numberedColumns(names)].map(([i, { field, count }]) => `${names[i]}: ${field} ${count}`);

describe(numberedColumns.name, () => {
  it.each([
    ['Charge 1', 'Dispo 1'],
    ['CHG_1', 'DISP1'],
    ['Charge #1', 'Disposition (1)'],
    ['Count 1 Charge', 'Count 1 Dispo'],
    ['Charge1', 'Disp_01'],
  ])('%s, %s', (charge, dispo) => {
    expect(of('Case No', charge, dispo, 'Dispo Date')).toEqual([`${charge}: charge 1`, `${dispo}: disposition 1`]);
  });

  it('takes a charge without a number for the first', () => {
    expect(of('Charge', 'Dispo', 'Dispo Dt', 'Charge 2', 'Dispo 2')).toEqual([
      'Charge 2: charge 2',
      'Dispo 2: disposition 2',
      'Charge: charge 1',
      'Dispo: disposition 1',
    ]);
  });

  it('takes no section, address or number without a charge for a count', () => {
    expect(of('11357(a)', 'HS 11359', 'Address 1', 'Dispo 2', 'Sentence 1')).toEqual([]);
    expect(of('Charge 1', 'Dispo 2')).toEqual(['Charge 1: charge 1']);
  });
});

describe('a guess of counts by columns', () => {
  const HEAD = 'Case Number\tLast Name\tFirst Name\tDOB\tCharge 1\tDispo 1\tCharge 2\tDispo 2\tDispo Date';
  const ROW = '001-22\tDOE\tJOHN\t1/22/1970\t11359 HS\tGUILTY\t11357(b) HS\tDISMISSED\t3/4/1999';

  it('gives each charge its own columns, and reads the file by it', () => {
    const { mapping, text, doubts } = guessMapping(Buffer.from(`${HEAD}\n${ROW}\n`));
    expect(doubts).toEqual([]);
    expect(mapping).toMatchObject({
      counts: 'columns',
      codes: { disposition: { convicted: ['GUILTY'], dismissed: ['DISMISSED'] } },
    });
    expect(mapping?.columns.slice(4)).toEqual([
      { column: 'Charge 1', as: 'count', count: 1 },
      { column: 'Dispo 1', as: 'disposition', count: 1 },
      { column: 'Charge 2', as: 'count', count: 2 },
      { column: 'Dispo 2', as: 'disposition', count: 2 },
      { column: 'Dispo Date', as: 'disposition-date' },
    ]);
    expect(extractOf(`${HEAD}\n${ROW}\n`, text).account).toMatchObject({ rows: 1, used: 1, counts: 2 });
  });

  it('asks about a charge that no count has', () => {
    const { doubts } = guessMapping(Buffer.from(`${HEAD}\tCharge\n${ROW}\t11358 HS\n`));
    expect(doubts).toContain(
      'columns: a charge stands beside columns that are counts, and would not be read: say which count it is',
    );
  });
});
