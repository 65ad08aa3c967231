import { type CaseNumber, type Count, type Step } from '@clearway/record';
import { caseNumbersOf } from './case-numbers';

const count = (...numbers: readonly string[]): Count => ({
  order: '101002001000',
  rows: [],
  charged: { text: '', offences: [] },
  classOfCharge: '',
  dispositions: [],
  sentences: [],
  caseNumbers: numbers.map((number): CaseNumber => ({ number, from: 'OFN' })),
});

function numbersOf(own: Count, others: readonly Count[], type: Step['type'] = 'court-action'): readonly string[] {
  const step: Step = {
    order: '002',
    type,
    typeText: '',
    date: 0,
    agency: { ori: '', name: '', county: '' },
    counts: [...others, own],
  };
  return caseNumbersOf({ count: own, step }).map(({ number }) => number);
}

describe('the case numbers of a conviction', () => {
  it('a count keeps to its own number', () => expect(numbersOf(count('B2'), [count('A1')])).toEqual(['B2']));
  it('a count without one has those of its court action', () =>
    expect(numbersOf(count(), [count('A1'), count('A1', 'C3')])).toEqual(['A1', 'C3']));
  it('the word NULL is no number', () => expect(numbersOf(count('NULL  '), [count('A1', 'NULL')])).toEqual(['A1']));
  it('a number of an arrest is not the number of a case', () =>
    expect(numbersOf(count(), [count('A1')], 'arrest')).toEqual([]));
});
