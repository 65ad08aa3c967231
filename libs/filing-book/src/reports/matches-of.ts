import { type CaseMatches, matchRef, type MatchQuestion, plainCaseNumber, plainName } from '@clearway/court-exchange';
import { BookRuleError } from '../errors';
import { type BookState } from '../state/book-state';

/** What the filing planner asks: what the court said of a case before a motion is drawn. */
export function matchesOf(state: BookState): CaseMatches {
  return (courthouse, caseNumber, defendant) => state.replies.get(matchRef(courthouse, caseNumber, defendant));
}

/** The questions that the court has not answered; a case under the number that it gave us is not asked about again. */
export function questionsToAsk(state: BookState, questions: readonly MatchQuestion[]): readonly MatchQuestion[] {
  const given = new Set<string>();
  for (const { caseNumber } of state.replies.values()) if (caseNumber !== '') given.add(plainCaseNumber(caseNumber));
  return questions.filter(({ ref, caseNumber }) => !state.replies.has(ref) && !given.has(plainCaseNumber(caseNumber)));
}

/**
 * Throws a BookRuleError where a long list would go out before a short one came back: what a court's system cannot look up should
 * show in fifty rows.
 */
export function assertTestCameBack(state: BookState, questions: readonly MatchQuestion[]): void {
  const courts = new Set(questions.map(({ courthouse }) => plainName(courthouse)));
  const tests = [...state.asked].filter(([, { test }]) => test);
  if (tests.length === 0) {
    throw new BookRuleError(
      'match.no-test',
      `a test file comes first: export it with --test 50 (${courts.size} court(s)), import its answers, then export the rest; --without-test leaves it out`,
    );
  }
  const open = tests.filter(([ref]) => !state.replies.has(ref)).length;
  if (open > 0)
    throw new BookRuleError(
      'match.test-open',
      `${open} rows of the test file are not answered yet: import its answers first; --without-test leaves that out`,
    );
}
