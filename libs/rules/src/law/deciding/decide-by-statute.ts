import { candidatesOf, evaluate, openQuestions, type Candidate, type Evaluated } from '../../engine/decide';
import { type CaseFacts } from '../../engine/case-facts';
import { type Fact, type Subject } from '../../engine/criterion';
import {
  type Determination,
  type Outcome,
  type Question,
  type QuestionAnswer,
  type Relief,
  type TraceStep,
} from '../../engine/determination';
import { type PolicyResult } from '../../engine/policy';
import { type PreparedPolicy } from '../../engine/prepare-policy';
import { reasonOfQuestions } from '../../engine/questions';
import { betterRelief, isBetter, leastRelief, outcomeOf, reliefOf } from '../../engine/relief-order';
import { otherRemediesOf } from '../other-remedies';
import { readSituation } from '../reading/read-situation';
import { type Reading, type Readings } from '../reading/reading';
import { DEFAULT_READING } from '../reading/statute-reading';
import { type FactName } from '../situation';
import { factValueWords } from '../words';
import { isUnchallenged, standingOf } from './standing';
import { openFacts, reliefsOf, resolve, type OpenFact, type Resolution } from './resolve';

const DETERMINATIONS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'Eligible for Dismissal',
  dismiss: 'Eligible for Dismissal',
  'redesignate-misdemeanor': 'Eligible for Reduction',
  'redesignate-infraction': 'Eligible for Redesignation as Infraction',
  'dismiss-sentence': 'Eligible for Dismissal of Sentence',
  'recall-and-resentence': 'Eligible for Resentencing',
  'not-eligible': 'Not eligible',
  review: 'Hand Review',
  'refer-to-other-prosecutor': 'To be reviewed by another prosecutor',
};

/** What an election gives beside the statute: nothing where no step applies. */
const NO_ELECTION: PolicyResult = { outcome: 'not-eligible', determination: '', reason: '' };

/**
 * Decides one conviction under a filing policy: what the statute gives in every situation that the record leaves possible,
 * and what the policy's elections add. An election never takes anything away; only a recorded challenge does.
 */
export function decideByStatute(prepared: PreparedPolicy, subject: Subject, facts: CaseFacts): Determination {
  const readings = readSituation({
    conviction: subject.conviction,
    person: subject.person,
    asOf: subject.asOf,
    statute: prepared.policy.statute ?? DEFAULT_READING,
    unchallenged: isUnchallenged(facts),
    answers: facts.answers ?? {},
  });
  const resolution = resolve(readings);
  const steps = evaluate(prepared, subject).map((each) => answeredStep(each, facts.steps));
  const elections = electionsOf(steps, facts);
  const added = elections.map((each) => reliefOf(each.result.outcome));
  const statute = reliefsOf(resolution.presumed);
  const possible = distinct(statute.flatMap((one) => added.map((other) => betterRelief(one, other))));
  const questions = questionsOf(readings, resolution, steps, added, statute);
  const [only] = possible;
  const held = heldUnder(statute, possible);
  const decided = possible.length === 1 && only !== undefined && questions.length === 0;
  const other = otherRemediesOf({ readings, resolution, ...subject });
  const trace = [...statuteTrace(readings, resolution), ...steps.map(stepTrace), ...other.trace];
  const common = {
    questions,
    standing: standingOf(subject, facts, decided ? only : held, readings),
    ...(facts.destroyed ? { noRecord: true as const } : {}),
    otherRemedies: other.remedies,
    trace,
  };
  if (!decided) {
    return {
      ...common,
      outcome: 'review',
      relief: 'none',
      floor: held,
      determination: DETERMINATIONS.review,
      reason: reasonOfQuestions(questions),
      decidedBy: [],
      authority: groundOfFloor(leastRelief(possible), elections, statute),
    };
  }
  const adding = elections.filter(({ result }) => statute.some((each) => isBetter(reliefOf(result.outcome), each)));
  // Of several that may apply and give the same, the last one surely does: `candidatesOf` ends with it.
  const election = adding[adding.length - 1];
  const outcome = outcomeOf(only);
  const all = reliefsOf(resolution.all).flatMap((one) => added.map((other) => betterRelief(one, other)));
  return {
    ...common,
    outcome,
    relief: only,
    floor: heldUnder(reliefsOf(resolution.all), all),
    determination: DETERMINATIONS[outcome],
    ...(election ? byElection(election) : byStatute(resolution)),
  };
}

/** The grounds of a floor that is more than the statute gives: of every election on which it can rest. */
function groundOfFloor(floor: Relief, elections: readonly Candidate[], statute: readonly Relief[]): string {
  if (!isBetter(floor, leastRelief(statute))) return '';
  const adding = elections.filter(({ result }) => statute.some((each) => isBetter(reliefOf(result.outcome), each)));
  return distinct(adding.map(({ result }) => result.authority ?? ''))
    .filter((each) => each !== '')
    .join(' ');
}

/** Elections only add: what holds in every situation of the statute holds whether or not an election applies. */
function heldUnder(statute: readonly Relief[], possible: readonly Relief[]): Relief {
  return betterRelief(leastRelief(statute), leastRelief(possible));
}

function byElection({ result, step }: Candidate): Pick<Determination, 'reason' | 'decidedBy' | 'authority'> {
  return { reason: result.reason, decidedBy: step ? [step.code] : ['override'], authority: result.authority ?? '' };
}

function byStatute({ presumed, provisions }: Resolution): Pick<Determination, 'reason' | 'decidedBy' | 'authority'> {
  // Where an open fact changes the way but not the relief, only what every way shares decides.
  const [first, ...others] = presumed.map(({ answer }) => answer.path);
  const path = (first ?? []).filter((code) => others.every((other) => other.includes(code)));
  const holds = provisions.some((each) => each.presumed && path.includes(each.provision.code));
  const reasons = distinct(presumed.map(({ answer }) => answer.reason));
  return {
    reason: `${reasons.join(', or ')}${holds ? ' (presumed)' : ''}`,
    decidedBy: path,
    authority: '',
  };
}

/** An attorney answered the question that this step of the policy leaves open. */
function answeredStep(step: Evaluated, answers: CaseFacts['steps'] = {}): Evaluated {
  const verdict = answers[step.code];
  if (verdict === undefined || step.finding.verdict !== 'cannot-tell') return step;
  return { ...step, finding: { verdict, facts: [...step.finding.facts, { name: 'answer', value: verdict }] } };
}

/** What the elections can give; an attorney's override is one that surely applies. */
function electionsOf(steps: readonly Evaluated[], { override }: CaseFacts): readonly Candidate[] {
  const elections = candidatesOf(steps, NO_ELECTION);
  if (!override) return elections;
  const outcome = outcomeOf(override.relief);
  const { reason } = override;
  // Where it gives more than the statute, the attorney's reason is the ground that papers print.
  const own = { result: { outcome, determination: DETERMINATIONS[outcome], reason, authority: reason } };
  // It only adds: an election that surely gives more, or may, stands beside it.
  const better = elections.filter(({ result }) => isBetter(reliefOf(result.outcome), override.relief));
  return better.length === 0 ? [own] : better.length === elections.length ? elections : [own, ...better];
}

/** Questions of the statute that the elections leave open, the challenges that the People may bring, then those of the elections. */
function questionsOf(
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
    const [sure] = statute;
    const otherwise = statute.length === 1 && sure !== undefined ? outcomeOf(sure) : 'review';
    for (const each of openQuestions(steps, { ...NO_ELECTION, outcome: otherwise })) {
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
  const [only] = reliefs;
  return { ...answer, outcome: reliefs.length === 1 && only !== undefined ? outcomeOf(only) : 'review' };
}

function questionOf({ name, ask, values }: OpenFact, added: readonly Relief[]): Question {
  return {
    code: ask,
    fact: name,
    answers: values.map(({ value, reliefs }) => {
      const all = distinct(reliefs.flatMap((one) => added.map((other) => betterRelief(one, other))));
      const [only] = all;
      return {
        answer: factValueWords(name, value),
        value,
        outcome: all.length === 1 && only !== undefined ? outcomeOf(only) : 'review',
      };
    }),
  };
}

function statuteTrace(readings: Readings, { provisions }: Resolution): TraceStep[] {
  return provisions.map(({ provision, verdict, presumed }): TraceStep => {
    const facts = factsOf(provision.asks, readings);
    return presumed
      ? { rule: provision.code, verdict, presumed: true, facts }
      : { rule: provision.code, verdict, facts };
  });
}

function factsOf(asks: readonly FactName[], readings: Readings): readonly Fact[] {
  const facts: Fact[] = [];
  // One fact is evidence of several readings; it is the same object then.
  for (const name of asks) {
    const reading: Reading = readings[name];
    for (const each of reading.evidence) if (!facts.includes(each)) facts.push(each);
  }
  return facts;
}

function stepTrace({ code, finding }: Evaluated): TraceStep {
  return { rule: code, verdict: finding.verdict, facts: finding.facts };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
