import { guessDates } from './guess-dates';

const of = (...texts: readonly string[]): ReturnType<typeof guessDates> =>
  guessDates([{ as: 'disposition-date', texts }], false);
const days = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}/1/199${i % 10}`);

describe(guessDates.name, () => {
  it('takes the month first where a date says so, and a slip for a slip', () => {
    expect(of('1/31/1999', '2/3/1999')).toEqual({ forms: ['M/D/YYYY'], doubts: [] });
    expect(of('1/31/1999', '2/28/1999', '3/31/1999', '31/1/1999')).toEqual({ forms: ['M/D/YYYY'], doubts: [] });
    expect(of('9/9/1999')).toEqual({ forms: ['M/D/YYYY'], doubts: [] });
  });

  it.each([
    ['one odd date', ['02/01/1970', '05/11/1971', '25/11/1971', '03/09/1999'], /1 of 4 dates only read with the day/],
    ['dates that read both ways', ['02/01/1970', '03/09/1999'], /^dates: each date reads .* or D\/M\/YYYY$/],
    ['dates of both kinds', ['13/06/1999', '06/14/2000'], /1 dates only read with the month first and 1 only/],
    ['two digits of the year', ['02/01/70'], /or D\/M\/YY$/],
    ['other signs', ['02-01-1970'], /or D-M-YYYY$/],
  ])('asks about %s, and proposes the month first', (_, texts, doubt) => {
    const { forms, doubts } = of(...texts);
    expect(doubts).toEqual([expect.stringMatching(doubt)]);
    expect(forms).toEqual([expect.stringMatching(/^M/)]);
  });

  it('takes the day first on strong evidence only: many dates in each column, and none the other way', () => {
    expect(of(...days(13, 28), '1/2/1999')).toEqual({ forms: ['D/M/YYYY'], doubts: [] });
    expect(of(...days(13, 28), '1/31/1999').doubts).toHaveLength(1);
    const born = { as: 'birth-date', texts: days(13, 28) } as const;
    const done = (texts: string[]): ReturnType<typeof guessDates> =>
      guessDates([born, { as: 'disposition-date', texts }], false);
    expect(done(['1/2/1999'])).toMatchObject({
      forms: ['M/D/YYYY'],
      doubts: [expect.stringContaining('of disposition-date each reads both ways')],
    });
    expect(done(['21/2/1999', '1/2/1999']).doubts).toEqual([]);
  });

  it('asks about a column that reads the other way round than the file', () => {
    const born = { as: 'birth-date', texts: days(1, 12).map((_, i) => `1/${13 + i}/1960`) } as const;
    const many = Array.from({ length: 100 }, (_, i) => `${(i % 12) + 1}/${13 + (i % 18)}/19${50 + (i % 40)}`);
    const other = { as: 'arrest-date', texts: ['21/2/1999', '22/2/1999'] } as const;
    expect(guessDates([{ ...born, texts: [...born.texts, ...many] }, other], false).doubts).toEqual([
      expect.stringContaining('arrest-date reads the other way round'),
    ]);
  });

  it('says which dates no form reads; zeros are no dates', () => {
    expect(of('soon', 'later')).toEqual({ forms: [], doubts: [expect.stringContaining('no known form')] });
    expect(of('1999-01-02', '00000000', '#N/A', 'NULL').doubts).toEqual([]);
    expect(of('1999-01-02', '02.01.1999', '03.01.1999').doubts).toEqual([
      'dates: 2 of 3 different texts of disposition-date are read by none of the forms',
    ]);
    expect(of('1999-01-02', 'July 8 2000', '5-MAR-1999').forms).toHaveLength(3);
  });

  it('needs no form for days of a workbook', () => {
    expect(guessDates([{ as: 'birth-date', texts: ['25569'] }], true)).toEqual({ forms: ['M/D/YYYY'], doubts: [] });
  });
});
