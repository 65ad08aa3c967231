import { conviction, decidedPerson, inReview } from '../testing/decided';
import { reviewCsv, reviewHeaderCsv, reviewRows } from './review-csv';

const run = { fileNames: ['county.dat'], words: ({ code }: { code: string }): string => `What is the ${code}, really?` };

describe('review.csv', () => {
  it('has one row for each conviction in review, with the outcome of every answer', () => {
    const person = decidedPerson({ convictions: [conviction(), conviction({ key: '0:102002001000', determination: inReview() })], incomplete: true });
    const text = reviewCsv(person, run);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(reviewRows(person)).toBe(1);
    expect(text).toContain('county.dat,6,0:102002001000,HS 11357(a)');
    expect(text).toContain('redesignate-misdemeanor,birth-date,"What is the birth-date, really?",answer 1: dismiss-and-seal; answer 2: redesignate-misdemeanor,yes\n');
  });

  it('a person without questions has no row', () => expect(reviewCsv(decidedPerson(), run)).toBe(''));

  it('stops a text of the state that a spreadsheet program would run', () => {
    const person = decidedPerson({ name: '=CMD', convictions: [conviction({ chargeText: '@SUM', determination: inReview() })] });
    expect(reviewCsv(person, run)).toContain(",'=CMD,");
    expect(reviewCsv(person, run)).toContain(",'@SUM,");
  });

  it('has as many heads as cells', () => {
    const row = reviewCsv(decidedPerson({ name: 'DOE', convictions: [conviction({ determination: inReview() })] }), { ...run, words: () => 'words' });
    expect(row.split(',')).toHaveLength(reviewHeaderCsv().split(',').length);
  });
});
