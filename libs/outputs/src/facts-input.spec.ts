import { FactsFileError } from '@clearway/case-facts';
import { readFactsInput } from './facts-input';

const read = (text: string): ReturnType<typeof readFactsInput> => readFactsInput(Buffer.from(text), 2, 'list.csv');

describe(readFactsInput.name, () => {
  it('reads a facts file, and a list of what already happened by the columns of a shipped mapping', () => {
    const facts = read('cii,case_number,granted_on\nA0000001,12,2020-06-01\n');
    expect(facts).toMatchObject({ rows: [{ file: 2, line: 2, granted: 20200601 }], unread: [] });
    expect(facts.rows[0]).not.toHaveProperty('ofOne');
    const list = read(
      'CII,Case Number,Section,Granted On,Destroyed,Clerk\nA0000001,12,11359,6/1/2020,,X\n,13,11359,6/1/2020,,X\n',
    );
    expect(list.rows).toMatchObject([{ file: 2, line: 2, cii: 'A0000001', granted: 20200601, ofOne: true }]);
    expect(list.unread).toMatchObject([{ file: 2, line: 3, reason: 'rejected' }]);
  });

  it('refuses what is neither, and never reads a facts file with a wrong value as a list', () => {
    expect(() => read('a,b\n1,2\n')).toThrow(FactsFileError);
    expect(() => read('cii,case_number,granted_on\nA0000001,12,someday\n')).toThrow(FactsFileError);
  });
});
