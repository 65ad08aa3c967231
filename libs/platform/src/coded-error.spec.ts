import { CodedError, PoisonError, TransientError, codedErrorOf, failureCodeOf, failureKindOf } from './index';

class DomainError extends Error {
  readonly code = 'state-file.empty';
}

describe('the kind of a failure', () => {
  it.each([
    [new TransientError('disk.full', ''), 'transient', 'disk.full'],
    [new PoisonError('blob.broken', ''), 'poison', 'blob.broken'],
    [new CodedError('county.not-in-file', ''), 'refused', 'county.not-in-file'],
    [new DomainError('give the file again'), 'refused', 'state-file.empty'],
    [Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'transient', 'system.econnrefused'],
    [Object.assign(new Error(), { code: 'ENOTDIR' }), 'bug', 'system.enotdir'],
    [new TypeError('DOE,JANE'), 'bug', 'bug.typeerror'],
    ['DOE,JANE', 'bug', 'bug.string'],
    [undefined, 'bug', 'bug.undefined'],
  ])('of %p is %s', (thrown, kind, code) => {
    expect(failureKindOf(thrown)).toBe(kind);
    expect(failureCodeOf(thrown)).toBe(code);
  });

  it('keeps the words of a refusal, and never those of a bug', () => {
    expect(codedErrorOf(new DomainError('give the file again')).message).toBe('give the file again');
    expect(codedErrorOf(new TypeError('DOE,JANE')).message).not.toMatch(/DOE/);
  });
});
