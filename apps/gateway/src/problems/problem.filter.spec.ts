import { DatabaseError } from 'pg';
import { ApiProblem } from './api-problem';
import { problemOf } from './problem.filter';

/** What the driver throws: it carries the statement and the row, and none of it may come through. */
const ofDriver = (code: string): DatabaseError =>
  Object.assign(new DatabaseError('PLANTED words', 1, 'error'), { code, severity: 'FATAL' });

describe(problemOf, () => {
  it.each(['57P03', '57P01', '57P02', '08006', '08P01', '53300'])(
    'a database that is away is 503 and worth asking again (%s)',
    (code) => {
      const problem = problemOf(ofDriver(code));
      expect(problem).toMatchObject({ status: 503, code: `database.${code.toLowerCase()}`, retryAfter: 5 });
      expect(JSON.stringify(problem.toBody())).not.toContain('PLANTED');
    },
  );

  it.each(['ECONNREFUSED', 'ECONNRESET'])('so is one that does not listen (%s)', (code) => {
    expect(problemOf(Object.assign(new Error('PLANTED'), { code }))).toMatchObject({
      status: 503,
      code: 'database.away',
      retryAfter: 5,
    });
  });

  it('a statement that is wrong is a defect, and our own problems stay as they are', () => {
    expect(problemOf(ofDriver('42P01')).status).toBe(500);
    const own = new ApiProblem(409, 'batch.closed', 'The batch was closed.');
    expect(problemOf(own)).toBe(own);
  });
});
