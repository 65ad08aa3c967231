import { countNumber, counted, courthousePlace, longDate, printedDate, printedName } from './printed-values';
import { DistinctSlugs, slugOf } from './slug';

describe('printed values', () => {
  it.each([
    ['DOE,JOHN A', 'DOE, JOHN A'],
    ['  DOE ,  JOHN ', 'DOE, JOHN'],
    ['AL-AMIN,', 'AL-AMIN'],
    ['王小明', '王小明'],
  ])('prints the name %s', (given, printed) => expect(printedName(given)).toBe(printed));

  it.each([
    [19980312, '03/12/1998'],
    [19980300, '03/1998'],
    [19980000, '1998'],
    [0, 'unknown'],
  ])('prints the date %i', (given, printed) => expect(printedDate(given)).toBe(printed));

  it('prints long dates, numbers, courthouses and counts', () => {
    expect(longDate(20261123)).toBe('November 23, 2026');
    expect([counted(1, 'count'), counted(14000, 'count'), counted(1234567, 'case')]).toEqual([
      '1 count',
      '14,000 counts',
      '1,234,567 cases',
    ]);
    expect([
      courthousePlace('CASC LOS ANGELES COMPTON'),
      courthousePlace('SC FRESNO'),
      courthousePlace('CASCADE'),
    ]).toEqual(['LOS ANGELES COMPTON', 'FRESNO', 'CASCADE']);
    expect([countNumber('0:101002003000'), countNumber('0:101002')]).toEqual([3, 0]);
  });

  it('makes paths that every file system takes', () => {
    expect([slugOf('Núñez & Co. / BA-1'), slugOf('王'), slugOf('../..')]).toEqual([
      'nunez-co-ba-1',
      'unnamed',
      'unnamed',
    ]);
    const slugs = new DistinctSlugs();
    const long = 'x'.repeat(80);
    expect([
      slugs.take('A 1'),
      slugs.take('A-1'),
      slugs.take('a 1'),
      slugs.take(long).length,
      slugs.take(long).length,
    ]).toEqual(['a-1', 'a-1-2', 'a-1-3', 60, 62]);
  });
});
