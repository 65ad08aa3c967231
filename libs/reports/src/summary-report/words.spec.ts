import { countyTitle, counted, grouped, longDate, outcomeTitle, share } from './words';

describe('words of the summary report', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i is %s', (n, text) => expect(grouped(n)).toBe(text));
  it('says shares, also of nothing', () => expect([share(1, 8), share(0, 0)]).toEqual(['12.5 %', '-']));
  it('counts one and many', () =>
    expect([counted(1, 'row', 'rows'), counted(2000, 'row', 'rows')]).toEqual(['1 row', '2,000 rows']));
  it('writes dates and counties as people do', () =>
    expect([longDate(20200701), countyTitle(' LOS  ANGELES ')]).toEqual(['July 1, 2020', 'Los Angeles']));
  it('names outcomes', () => expect(outcomeTitle('dismiss-and-seal')).toBe('Dismissed and sealed'));
});
