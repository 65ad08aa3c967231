import { type Determination, type Outcome, type Question, type Standing, type TraceStep } from './determination';
import { type Finding, found, NO_FACTS, type Subject } from './criterion';
import { foundSteps } from '../law/deciding/trace';
import { type PreparedPolicy } from './prepare-policy';
import { reasonOfQuestions } from './questions';
import { type PolicyResult } from './policy';
import { leastRelief, reliefOf } from './relief-order';

/** A step with what it found about one conviction. */
export interface Evaluated {
  readonly code: string;
  readonly finding: Finding;
  readonly then: PolicyResult;
}

/** A result that is possible, and the step that gives it (none: the policy's `otherwise`). */
export interface Candidate {
  readonly result: PolicyResult;
  readonly step?: Evaluated;
}

/** Who files belongs to the result, not to the determination's axes. */
export interface Decision {
  readonly determination: Determination;
  readonly prosecutor?: string;
}

const REVIEW_DETERMINATION = 'Hand Review';

/** One for all: V8 copies a list within an object, member by member, for each object that is made. */
const NONE: readonly never[] = [];

/** What an attorney's answer to a policy's own question can lead to. */
const ATTORNEY_ANSWERS: Question['answers'] = [
  { answer: 'relief is granted', outcome: 'dismiss-and-seal' },
  { answer: 'reduced to a misdemeanor', outcome: 'redesignate-misdemeanor' },
  { answer: 'no relief', outcome: 'not-eligible' },
];

/**
 * Runs the steps of a policy over one conviction. Every step is evaluated for the trace; the first that applies decides.
 * Where an earlier step cannot tell, each of its answers is followed: if all lead to one outcome the conviction is
 * decided, else it is a `review` with its questions and the floor that holds under every answer.
 *
 * @param withFacts whether the trace has the facts that the steps used, or their verdicts alone
 */
export function decide(prepared: PreparedPolicy, subject: Subject, withFacts: boolean): Decision {
  const steps = evaluate(prepared, subject);
  const trace = foundSteps(steps, withFacts);
  const possible = candidatesOf(steps, prepared.policy.otherwise);
  const last = possible[possible.length - 1] as Candidate;
  const standing = subject.conviction.standing;
  const outcome = sameOutcome(possible);
  if (outcome === undefined)
    return { determination: openDetermination(steps, prepared.policy, possible, standing, trace) };
  const questions = outcome === 'review' ? reviewQuestions(last.result, steps, prepared.policy) : NONE;
  const relief = reliefOf(outcome);
  const determination: Determination = {
    outcome,
    relief,
    floor: relief,
    questions,
    standing,
    determination: last.result.determination,
    reason: last.result.reason,
    decidedBy: outcome === 'review' || !last.step ? NONE : [last.step.code],
    authority: '',
    otherRemedies: NONE,
    trace,
  };
  return last.result.prosecutor === undefined
    ? { determination }
    : { determination, prosecutor: last.result.prosecutor };
}

/** Every step of the policy with what it finds about the conviction. */
export function evaluate(prepared: PreparedPolicy, subject: Subject): readonly Evaluated[] {
  return prepared.steps.map(({ step, test }) => ({ code: step.code, finding: test(subject), then: step.then }));
}

function openDetermination(
  steps: readonly Evaluated[],
  policy: { readonly otherwise: PolicyResult },
  possible: readonly Candidate[],
  standing: Standing,
  trace: readonly TraceStep[],
): Determination {
  const questions = openQuestions(steps, policy.otherwise);
  return {
    outcome: 'review',
    relief: 'none',
    floor: leastRelief(possible.map((each) => reliefOf(each.result.outcome))),
    questions,
    standing,
    determination: REVIEW_DETERMINATION,
    reason: reasonOfQuestions(questions),
    decidedBy: NONE,
    authority: '',
    otherRemedies: NONE,
    trace,
  };
}

/** The results of every step up to the first that surely applies. */
export function candidatesOf(steps: readonly Evaluated[], otherwise: PolicyResult): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const step of steps) {
    if (step.finding.verdict === 'no') continue;
    candidates.push({ result: step.then, step });
    if (step.finding.verdict === 'yes') return candidates;
  }
  return [...candidates, { result: otherwise }];
}

function sameOutcome(candidates: readonly Candidate[]): Outcome | undefined {
  const first = candidates[0]?.result.outcome;
  return candidates.every((each) => each.result.outcome === first) ? first : undefined;
}

/** One question per unknown that matters, with the outcome of each of its answers. */
export function openQuestions(steps: readonly Evaluated[], otherwise: PolicyResult): readonly Question[] {
  if (steps.every((each) => each.finding.verdict !== 'cannot-tell')) return NONE;
  const reached = candidatesOf(steps, otherwise)
    .map((each) => each.step)
    .filter((each) => each !== undefined && each.finding.verdict === 'cannot-tell') as Evaluated[];
  const codes = [...new Set(reached.map((each) => each.finding.question ?? 'attorney-review'))];
  const questions = codes.map((code): Question => {
    const asked = reached.filter((each) => (each.finding.question ?? 'attorney-review') === code);
    const answers = asked.map((each) => ({
      answer: `${each.code}: yes`,
      outcome: answered(steps, otherwise, asked, each),
    }));
    return {
      code,
      answers: [
        ...answers,
        { answer: `${asked.map((each) => each.code).join(', ')}: no`, outcome: answered(steps, otherwise, asked) },
      ],
    };
  });
  const deciding = questions.filter((each) => !settles(each));
  return deciding.length > 0 ? deciding : questions;
}

/** The outcome when of the steps that a question asks about only `yes` applies. */
function answered(
  steps: readonly Evaluated[],
  otherwise: PolicyResult,
  asked: readonly Evaluated[],
  yes?: Evaluated,
): Outcome {
  const assumed = steps.map((each): Evaluated => {
    if (!asked.includes(each)) return each;
    return { ...each, finding: found(each === yes ? 'yes' : 'no', NO_FACTS) };
  });
  return sameOutcome(candidatesOf(assumed, otherwise)) ?? 'review';
}

/** Every answer leads to the same, and not to another question: it need not be asked. */
function settles(question: Question): boolean {
  const first = question.answers[0]?.outcome;
  return first !== 'review' && question.answers.every((each) => each.outcome === first);
}

/** The policy's own question, then what is open before it; each once. */
function reviewQuestions(
  result: PolicyResult,
  steps: readonly Evaluated[],
  { otherwise }: { readonly otherwise: PolicyResult },
): readonly Question[] {
  const questions = [policyQuestion(result), ...openQuestions(steps, otherwise)];
  return questions.filter((each, i) => questions.findIndex((other) => other.code === each.code) === i);
}

function policyQuestion(result: PolicyResult): Question {
  return { code: result.question ?? 'attorney-review', answers: ATTORNEY_ANSWERS };
}
