import { checkFilingDay, FilingDayError } from './filing-day';
import { loadPolicy } from './load-policy';

describe('the as-of date of a policy', () => {
  const filing = loadPolicy('california-statute');

  it('for filing is on or after the day of the Act', () => {
    expect(() => checkFilingDay(filing, 20161108)).toThrow(FilingDayError);
    expect(() => checkFilingDay(filing, 20161108)).toThrow('Give a date on or after 2016-11-09');
    expect(() => checkFilingDay(filing, 20161109)).not.toThrow();
  });

  it('has a code that says that an input is wrong', () => {
    expect(new FilingDayError('').code).toBe('input.as-of-before-the-act');
  });

  it('of a replay is any day', () => {
    expect(() => checkFilingDay(loadPolicy('los-angeles-2020'), 20150101)).not.toThrow();
  });
});
