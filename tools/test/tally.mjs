// What counts, and how the last line says it.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {...Tally} tallies @returns {Tally} */
export const sum = (...tallies) =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** @param {boolean} good @returns {Tally} one check, such as lint or types */
export const check = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/**
 * Out of Jest's own report. A file that could not even be run is a failure, and so is a stage in which nothing ran: a
 * pattern that matches nothing must not look like success.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number } | undefined} report undefined: Jest wrote none
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unexplained = failed === 0 && (passed === 0 || exitCode !== 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped };
}

/** @param {Tally} tally */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
