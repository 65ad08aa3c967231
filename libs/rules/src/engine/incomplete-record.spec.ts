import { incompleteQuestion } from './incomplete-record';

describe('what is asked of an incomplete record', () => {
  it.each([
    [['rejected-row'], 'record-incomplete'],
    [[], 'record-incomplete'],
    [['possible-other-record'], 'other-record'],
    [['possible-other-record', 'rejected-row'], 'record-incomplete'],
    [['unknown-court-code', 'rejected-row'], 'record-incomplete'],
    [['possible-other-record', 'unknown-court-code'], 'court-code'],
  ] as const)('with the problems %j: %s', (codes, question) => {
    expect(incompleteQuestion({ problems: codes.map((code) => ({ code })) })).toBe(question);
  });
});
