import { openQuestions, type Evaluated } from '../../engine/decide';
import { type Question, type QuestionAnswer, type Relief } from '../../engine/determination';
import { type PolicyResult } from '../../engine/policy';
import { betterRelief, reliefOf } from '../../engine/relief-order';
import { type Readings } from '../reading/reading';
import { factValueWords } from '../words';
import { openFacts, type OpenFact } from './open-facts';
import { outcomeOfReliefs, type Resolution } from './resolve';

/** What an election gives beside the statute: nothing where no step applies. */
export const NO_ELECTION: PolicyResult = { outcome: 'not-eligible', determination: '', reason: '' };

/** Questions of the statute that the elections leave open, the challenges that the People may bring, then those of the elections. */
export function questionsOf(
  readings: Readings,
  resolution: Resolution,
  steps: readonly Evaluated[],
  added: readonly Relief[],
  statute: readonly Relief[],
): readonly Question[] {
  const { open, challenges } = openFacts(readings, resolution);
  const questions: Question[] = [];
  for (const each of [...open, ...challenges]) {
    const question = questionOf(each, added);
    if (question.answers.every((one) => one.outcome === question.answers[0]?.outcome && one.outcome !== 'review'))
      continue;
    if (!questions.some((one) => one.code === question.code)) questions.push(question);
  }
  if (added.length > 1) {
    for (const each of openQuestions(steps, { ...NO_ELECTION, outcome: outcomeOfReliefs(statute) })) {
      const raised = { ...each, answers: each.answers.map((one) => atLeast(one, statute)) };
      const settled = raised.answers.every(
        (one) => one.outcome === raised.answers[0]?.outcome && one.outcome !== 'review',
      );
      if (!settled && !questions.some((one) => one.code === each.code)) questions.push(raised);
    }
  }
  return questions;
}

/** An election that gives less than the statute gives what the statute gives. */
function atLeast(answer: QuestionAnswer, statute: readonly Relief[]): QuestionAnswer {
  if (answer.outcome === 'review') return answer;
  const reliefs = distinct(statute.map((each) => betterRelief(each, reliefOf(answer.outcome))));
  return { ...answer, outcome: outcomeOfReliefs(reliefs) };
}

function questionOf({ name, ask, values }: OpenFact, added: readonly Relief[]): Question {
  return {
    code: ask,
    fact: name,
    answers: values.map(({ value, reliefs }) => {
      const all = distinct(reliefs.flatMap((one) => added.map((other) => betterRelief(one, other))));
      return { answer: factValueWords(name, value), value, outcome: outcomeOfReliefs(all) };
    }),
  };
}

export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
