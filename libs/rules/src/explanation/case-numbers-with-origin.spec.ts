import { caseNumbersWithOrigin } from './case-numbers-with-origin';

describe('the numbers of a case', () => {
  it('stand once each, with every column that has them', () => {
    const caseNumbers = [
      { number: 'F89976495 ', from: 'FE_NUM_CRT_CASE' },
      { number: 'F89976495', from: 'OFN' },
      { number: 'M12', from: 'OFN' },
      { number: ' ', from: 'OFN' },
    ] as const;
    expect(caseNumbersWithOrigin({ caseNumbers })).toEqual([
      { number: 'F89976495', from: ['FE_NUM_CRT_CASE', 'OFN'] },
      { number: 'M12', from: ['OFN'] },
    ]);
  });
});
