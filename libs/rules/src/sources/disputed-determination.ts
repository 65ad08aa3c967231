import { type Determination, type Question } from '../engine/determination';
import { reasonOfQuestions } from '../engine/questions';
import { factValueWords } from '../law/words';

/** What an attorney found of a conviction that one source calls one and another does not. */
export type FoundOfConviction = 'convicted' | 'not-convicted';

/**
 * What follows for a conviction that may be none: `decided`, when it is one, and nothing when it is not. Where both are the same, and
 * where a court has granted relief for it or has no record any more, that is decided. Else it is asked, and nothing is filed meanwhile.
 */
export function disputed(
  decided: Determination,
  answer: string | undefined,
): { readonly determination: Determination; readonly found?: FoundOfConviction } {
  if (answer === 'convicted') return { determination: decided, found: answer };
  if (answer === 'not-convicted') return { determination: notConvicted(decided), found: answer };
  const isSameByBoth = decided.outcome === 'not-eligible' && decided.questions.length === 0;
  if (isSameByBoth || decided.standing === 'granted' || decided.noRecord) return { determination: decided };
  const questions = [questionOf(decided), ...decided.questions];
  return {
    determination: {
      ...decided,
      outcome: 'review',
      relief: 'none',
      floor: 'none',
      questions,
      // Nothing is overdue of what nobody may ask for.
      standing: decided.standing === 'order-overdue' ? 'open' : decided.standing,
      determination: 'Hand Review',
      reason: reasonOfQuestions(questions),
      decidedBy: [],
      authority: '',
      otherRemedies: [],
    },
  };
}

function questionOf({ outcome }: Determination): Question {
  return {
    code: 'disputed-conviction',
    fact: 'conviction',
    answers: [
      { answer: factValueWords('conviction', 'convicted'), value: 'convicted', outcome },
      { answer: factValueWords('conviction', 'not-convicted'), value: 'not-convicted', outcome: 'not-eligible' },
    ],
  };
}

function notConvicted(decided: Determination): Determination {
  return {
    ...decided,
    outcome: 'not-eligible',
    relief: 'none',
    floor: 'none',
    questions: [],
    standing: 'open',
    determination: 'Not eligible',
    reason: 'No conviction: found in the case file',
    decidedBy: ['sources-disagree'],
    authority: '',
    otherRemedies: [],
  };
}
