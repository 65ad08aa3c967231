import { InvalidArgumentError } from 'commander';
import { calendarDay } from './options';

describe(calendarDay.name, () => {
  it('takes a day of the calendar, blanks around it or not', () => {
    expect([' 2020-07-01 ', '2020-02-29'].map(calendarDay)).toEqual(['2020-07-01', '2020-02-29']);
  });

  it.each(['2020-7-1', '2019-02-29', '0000-01-01', '1799-12-31', '07/01/2020', ''])('refuses "%s"', (text) => {
    expect(() => calendarDay(text)).toThrow(InvalidArgumentError);
  });
});
