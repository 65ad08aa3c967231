import { type Sentence } from '@clearway/record';
import { addDays, endOf, isCompleted, sentenceOf } from './sentence-term';

const part = (length: string, unit: string, place = 'JAIL'): Sentence => ({
  length,
  unit,
  place,
  from: 20100101,
  row: 0,
});

describe('sentences', () => {
  it.each([
    [[part('1', 'Y')], 20160301, 20170301],
    [[part('1', 'Y')], 20160229, 20170301],
    [[part('4', 'Y')], 20160229, 20200229],
    [[part('1', 'M')], 20160131, 20160229],
    [[part('12', 'M')], 20160131, 20170131],
    [[part('30', 'D')], 20160215, 20160316],
    [[part('365', 'D')], 20190701, 20200630],
    [[part('1', 'Y'), part('2', 'M'), part('10', 'D')], 20181125, 20200204],
    [[part('00', 'D')], 20181125, 20181125],
    [[part('', '')], 20181125, 20181125],
  ])('%j from %d ends on %d', (parts, from, end) => expect(endOf(sentenceOf(parts), from)).toBe(end));

  it.each([
    ['LIFE', 'no'],
    ['TBD', 'cannot-tell'],
    ['', 'yes'],
    ['00', 'yes'],
  ])('a length %j that began in 2010 is over: %s', (length, verdict) =>
    expect(isCompleted(sentenceOf([part(length, 'Y')]), 20100101, 20200701)).toBe(verdict),
  );

  it('days are added as the calendar counts them, over ends of months and years and over 29 February', () => {
    const byCalendar = (year: number, month: number, day: number): number => {
      const moved = new Date(Date.UTC(year, month - 1, day));
      return moved.getUTCFullYear() * 10000 + (moved.getUTCMonth() + 1) * 100 + moved.getUTCDate();
    };
    const wrong: string[] = [];
    for (const [year, month, day] of [
      [1999, 12, 31],
      [2000, 2, 28],
      [2000, 2, 29],
      [2001, 2, 28],
      [1900, 1, 31],
      [2019, 7, 1],
    ] as const)
      for (const days of [...Array(800).keys(), 3653, 36525, 183000])
        if (addDays(year * 10000 + month * 100 + day, days) !== byCalendar(year, month, day + days))
          wrong.push(`${year}-${month}-${day} ${days}`);
    expect(wrong).toEqual([]);
  });

  it('an unreadable part beside one that still runs is not over', () => {
    expect(isCompleted(sentenceOf([part('TBD', 'Y'), part('25', 'Y')]), 20100101, 20200701)).toBe('no');
  });

  it('a fine has no length, another number without a unit is unreadable', () => {
    expect(sentenceOf([part('500', '', 'FINE')]).unreadable).toBe(false);
    expect(sentenceOf([part('500', '')]).unreadable).toBe(true);
  });

  it.each([
    [0, 'cannot-tell'],
    [20190000, 'cannot-tell'],
    [20180000, 'yes'],
    [20200000, 'no'],
  ])('a year from %d is over on 2020-07-01: %s', (from, verdict) =>
    expect(isCompleted(sentenceOf([part('1', 'Y')]), from, 20200701)).toBe(verdict),
  );
});
