import { candidatesOf, evaluate, type Candidate, type Evaluated } from '../../engine/decide';
import { type CaseFacts } from '../../engine/case-facts';
import { fact, found, type Subject } from '../../engine/criterion';
import { type Determination, type Relief, type Standing } from '../../engine/determination';
import { type PreparedPolicy } from '../../engine/prepare-policy';
import { reasonOfQuestions } from '../../engine/questions';
import { betterRelief, isBetter, leastRelief, outcomeOf, reliefOf } from '../../engine/relief-order';
import { otherRemediesOf } from '../other-remedies';
import { readSituation } from '../reading/read-situation';
import { DETERMINATION_WORDS } from '../../engine/determination-words';
import { type Readings } from '../reading/reading';
import { DEFAULT_READING } from '../reading/statute-reading';
import { distinct, NO_ELECTION, questionsOf } from './questions';
import { reliefsOf, resolve, type Resolution } from './resolve';
import { isUnchallenged, standingOf } from './standing';
import { traceOf } from './trace';

/**
 * Decides one conviction under a filing policy: what the statute gives in every situation that the record leaves possible,
 * and what the policy's elections add. An election never takes anything away; only a recorded challenge does. `record` is what
 * the record alone says.
 */
export function decideByStatute(
  prepared: PreparedPolicy,
  subject: Subject,
  facts: CaseFacts,
  record: Readings,
  withFacts: boolean,
): Determination {
  const { conviction, person, asOf } = subject;
  const readings = readingsWith(facts, record, prepared, subject);
  const resolution = resolve(readings);
  const steps = evaluate(prepared, subject).map((each) => answeredStep(each, facts.steps));
  const elections = electionsOf(steps, facts);
  const decided =
    elections.length === 1 && elections[0]?.result === NO_ELECTION
      ? withoutElections(readings, resolution)
      : answerOf(readings, resolution, steps, elections);
  const owed = decided.outcome === 'review' ? decided.floor : decided.relief;
  const standing = standingOf(subject, facts, owed, readings);
  const answer = whenDone(decided, standing, facts, resolution);
  const other = otherRemediesOf({ readings, resolution, conviction, person, asOf });
  const trace = traceOf(readings, resolution, steps, other.found, withFacts);
  // Few cases are destroyed; all others are of one shape, which is made in one go.
  if (facts.destroyed) {
    const { questions, ...rest } = answer;
    return { questions, standing, noRecord: true, otherRemedies: other.remedies, trace, ...rest };
  }
  return {
    questions: answer.questions,
    standing,
    otherRemedies: other.remedies,
    trace,
    outcome: answer.outcome,
    relief: answer.relief,
    floor: answer.floor,
    determination: answer.determination,
    reason: answer.reason,
    decidedBy: answer.decidedBy,
    authority: answer.authority,
  };
}

/** What the record says, and what is known of the case beside it. */
function readingsWith(facts: CaseFacts, record: Readings, { policy }: PreparedPolicy, subject: Subject): Readings {
  const unchallenged = isUnchallenged(facts);
  if (!unchallenged && facts.answers === undefined) return record;
  const { conviction, person, asOf } = subject;
  const statute = policy.statute ?? DEFAULT_READING;
  return readSituation({ conviction, person, asOf, statute, unchallenged, answers: facts.answers ?? {} });
}

/** What is decided, without what only this case has: its facts, its standing, its remedies. */
type Answer = Pick<
  Determination,
  'outcome' | 'relief' | 'floor' | 'questions' | 'determination' | 'reason' | 'decidedBy' | 'authority'
>;

/** Of what a court granted, and of what it has no record any more, nothing is filed whatever an answer is: so nothing is asked. */
function whenDone(decided: Answer, standing: Standing, { destroyed }: CaseFacts, { all }: Resolution): Answer {
  if (decided.outcome !== 'review' || (standing !== 'granted' && destroyed !== true)) return decided;
  const outcome = outcomeOf(decided.floor);
  return {
    ...decided,
    questions: [],
    outcome,
    relief: decided.floor,
    // Decided, it is what is left should the People disprove what is presumed.
    floor: leastRelief(reliefsOf(all)),
    determination: DETERMINATION_WORDS[outcome],
    reason: `${standing === 'granted' ? 'Relief was granted' : 'The court has no record any more'}: no answer would give more`,
  };
}

const ofTheStatute = new WeakMap<Resolution, Answer>();

/** What the statute gives where no election can apply: the same for every conviction of the same readings. */
function withoutElections(readings: Readings, resolution: Resolution): Answer {
  const known = ofTheStatute.get(resolution);
  if (known) return known;
  const answer = answerOf(readings, resolution, [], [{ result: NO_ELECTION }]);
  ofTheStatute.set(resolution, answer);
  return answer;
}

function answerOf(
  readings: Readings,
  resolution: Resolution,
  steps: readonly Evaluated[],
  elections: readonly Candidate[],
): Answer {
  const added = elections.map((each) => reliefOf(each.result.outcome));
  const statute = reliefsOf(resolution.presumed);
  const possible = distinct(statute.flatMap((one) => added.map((other) => betterRelief(one, other))));
  const questions = questionsOf(readings, resolution, steps, added, statute);
  const [only] = possible;
  if (possible.length > 1 || only === undefined || questions.length > 0) {
    return {
      questions,
      outcome: 'review',
      relief: 'none',
      floor: heldUnder(statute, possible),
      determination: DETERMINATION_WORDS.review,
      reason: reasonOfQuestions(questions),
      decidedBy: [],
      authority: groundOfFloor(leastRelief(possible), elections, statute),
    };
  }
  const adding = elections.filter(({ result }) => statute.some((each) => isBetter(reliefOf(result.outcome), each)));
  // Of several that may apply and give the same, the last one surely does: `candidatesOf` ends with it.
  const election = adding[adding.length - 1];
  const outcome = outcomeOf(only);
  const proved = reliefsOf(resolution.all);
  const all = proved.flatMap((one) => added.map((other) => betterRelief(one, other)));
  return {
    questions,
    outcome,
    relief: only,
    floor: heldUnder(proved, all),
    determination: DETERMINATION_WORDS[outcome],
    ...(election ? byElection(election) : byStatute(resolution, isWhateverTheGrade(readings))),
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

/** The record has no grade, no presumption gives one, and every one leads to the same. */
function isWhateverTheGrade({ grade }: Readings): boolean {
  return grade.possible.length > 1 && grade.presumed === undefined;
}

function byStatute(
  { presumed, provisions }: Resolution,
  whateverTheGrade: boolean,
): Pick<Determination, 'reason' | 'decidedBy' | 'authority'> {
  // Where an open fact changes the way but not the relief, only what every way shares decides.
  const [first, ...others] = presumed.map(({ answer }) => answer.path);
  const path = (first ?? []).filter((code) => others.every((other) => other.includes(code)));
  const holds = provisions.some((each) => each.presumed && path.includes(each.provision.code));
  const reasons = distinct(presumed.map(({ answer }) => answer.reason));
  return {
    reason: `${reasons.join(', or ')}${holds ? ' (presumed)' : ''}${whateverTheGrade ? ' (whatever the grade)' : ''}`,
    decidedBy: path,
    authority: '',
  };
}

/** An attorney answered the question that this step of the policy leaves open. */
function answeredStep(step: Evaluated, answers: CaseFacts['steps'] = {}): Evaluated {
  const verdict = answers[step.code];
  if (verdict === undefined || step.finding.verdict !== 'cannot-tell') return step;
  const { facts } = step.finding;
  return { ...step, finding: found(verdict, () => [...facts(), fact('answer', verdict)]) };
}

/** What the elections can give; an attorney's override is one that surely applies. */
function electionsOf(steps: readonly Evaluated[], { override }: CaseFacts): readonly Candidate[] {
  const elections = candidatesOf(steps, NO_ELECTION);
  if (!override) return elections;
  const outcome = outcomeOf(override.relief);
  const { reason } = override;
  // Where it gives more than the statute, the attorney's reason is the ground that papers print.
  const own = { result: { outcome, determination: DETERMINATION_WORDS[outcome], reason, authority: reason } };
  // It only adds: an election that surely gives more, or may, stands beside it.
  const better = elections.filter(({ result }) => isBetter(reliefOf(result.outcome), override.relief));
  return better.length === 0 ? [own] : better.length === elections.length ? elections : [own, ...better];
}
