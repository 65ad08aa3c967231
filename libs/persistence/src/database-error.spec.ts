import { wrapDatabaseError } from './database-error';

const failed = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });

describe('what a driver throws', () => {
  it.each([
    ['ECONNREFUSED', 'connect'],
    ['ENOENT', 'connect'],
  ])('%s while it connects: the database is away', (code, syscall) => {
    expect(wrapDatabaseError(failed(code, syscall))).toMatchObject({ code: 'database.away', kind: 'transient' });
  });

  it('a file that is missing is no matter of the database', () => {
    const error = failed('ENOENT', 'open');
    expect(wrapDatabaseError(error)).toBe(error);
  });
});
