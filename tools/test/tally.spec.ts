import { check, lastLine, sum, tallyOf } from './tally.mjs';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('the tally of a test run', () => {
  it('counts lint and types as one check each', () => {
    expect(sum(check(true), check(false), tallyOf(report, 0))).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('fails a stage in which no test ran', () => {
    expect(tallyOf({ ...report, numPassedTests: 0 }, 0).failed).toBe(1);
  });

  it('fails a stage whose tests are all skipped', () => {
    expect(tallyOf({ ...report, numPassedTests: 0, numPendingTests: 2 }, 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 2,
    });
  });

  it('fails when Jest wrote no report, or ended badly without saying why', () => {
    expect(tallyOf(undefined, 1).failed).toBe(1);
    expect(tallyOf(report, 1).failed).toBe(1);
    expect(tallyOf(report, null).failed).toBe(1);
  });

  it('counts a file that could not be run as a failure', () => {
    expect(tallyOf({ ...report, numRuntimeErrorTestSuites: 2 }, 1).failed).toBe(2);
  });

  it.each([
    [{ passed: 7, failed: 0, skipped: 0 }, '7 passed, 0 failed'],
    [{ passed: 7, failed: 2, skipped: 1 }, '7 passed, 2 failed, 1 skipped'],
  ])('says it in one plain line (%#)', (tally, line) => {
    expect(lastLine(tally)).toBe(line);
  });
});
