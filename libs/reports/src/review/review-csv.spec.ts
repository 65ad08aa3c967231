import { readCsv } from '@clearway/spreadsheets';
import { type Policy } from '@clearway/rules';
import { conviction, decidedPerson, inReview } from '../testing/decided';
import { reviewRows, ReviewWriter } from './review-csv';

const POLICY: Policy = {
  name: 'test',
  kind: 'filing',
  title: 'Test',
  approved: { by: '', on: '', words: '' },
  lists: { superStrikes: '', sexOffences: '' },
  steps: [],
  otherwise: { outcome: 'review', determination: '', reason: '' },
  hash: '',
  warnings: [],
};

describe('review.csv', () => {
  const writer = new ReviewWriter(POLICY, ['county.dat']);

  it('has one row for each conviction in review, with the question in words and the outcome of every answer', () => {
    const person = decidedPerson({
      convictions: [conviction(), conviction({ key: '0:102002001000', determination: inReview() })],
      incomplete: true,
    });
    const text = writer.rowsOf(person);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(reviewRows(person)).toBe(1);
    expect(text).toContain('county.dat,6,0:102002001000,HS 11357(a)');
    expect(text).toContain(
      'redesignate-misdemeanor,birth-date,When was the person born?,"case file, booking sheet",If answer 1: dismissed and sealed; If answer 2: redesignated as a misdemeanor,yes,open,,',
    );
  });

  it('a person without questions has no row', () => expect(writer.rowsOf(decidedPerson())).toBe(''));

  it('stops a text of the state that a spreadsheet program would run', () => {
    const person = decidedPerson({
      name: '=CMD',
      convictions: [conviction({ chargeText: '@SUM', determination: inReview() })],
    });
    expect(writer.rowsOf(person)).toContain(",'=CMD,");
    expect(writer.rowsOf(person)).toContain(",'@SUM,");
  });

  it('begins with a byte order mark, so that a spreadsheet program shows names with accents', () =>
    expect(writer.header()).toMatch(/^\uFEFFPerson,Name,/));

  it('has as many heads as cells', () => {
    const row = writer.rowsOf(decidedPerson({ name: 'DOE', convictions: [conviction({ determination: inReview() })] }));
    const [head, cells] = [...readCsv(writer.header() + row)].map(({ fields }) => fields);
    expect(cells).toHaveLength(head?.length ?? 0);
    const asked = JSON.parse(cells?.[head?.indexOf('Answer Codes') ?? -1] ?? '') as unknown;
    expect(asked).toMatchObject([
      {
        question: 'birth-date',
        answers: [{ value: 'answer 1', outcome: 'dismiss-and-seal' }, { outcome: 'redesignate-misdemeanor' }],
      },
    ]);
  });

  it('has every conviction when it is asked to, those without a question without codes', () => {
    expect(writer.rowsOf(decidedPerson(), true)).toMatch(/,open,,\n$/);
  });
});
