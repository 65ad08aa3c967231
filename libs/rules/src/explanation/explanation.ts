import { type AppliedCorrection, printDate } from '@clearway/record';
import {
  type DecidedConviction,
  type Outcome,
  type Relief,
  type Standing,
  type TraceStep,
} from '../engine/determination';
import { type Policy } from '../engine/policy';
import { questionWords } from '../engine/questions';
import { questionInWords } from '../sources/question-says';
import { type Mark } from '../parameters/marks';
import { answerWords, ruleWords } from './words';

/** Why a conviction was decided as it was: plain data, from which text, JSON and the signed page are made. */
export interface Explanation {
  readonly key: string;
  readonly citation: string;
  readonly chargeText: string;
  readonly severity: string;
  /** `2005-03-01`, `2005`, or '' when the record does not give it. */
  readonly convictedOn: string;
  readonly court: string;
  readonly caseNumbers: readonly string[];
  readonly prosecutor: string;
  readonly policy: { readonly name: string; readonly title: string; readonly kind: Policy['kind'] };
  readonly outcome: Outcome;
  readonly relief: Relief;
  readonly floor: Relief;
  readonly standing: Standing;
  readonly reason: string;
  /** The ground of an election, as counsel wrote it; '' when the statute itself gives the relief. */
  readonly authority: string;
  readonly rules: readonly ExplainedRule[];
  readonly questions: readonly ExplainedQuestion[];
  readonly otherRemedies: readonly string[];
  /** What would change the answer: filled by `explainConviction`, which has the record to ask. */
  readonly changes: readonly Change[];
  /** Values of the record that were corrected, with who and when; absent when none. */
  readonly corrections?: readonly AppliedCorrection[];
}

export interface ExplainedRule {
  readonly rule: string;
  readonly words: string;
  readonly citation: string;
  readonly verdict: TraceStep['verdict'];
  readonly presumed: boolean;
  readonly decides: boolean;
  /** Who has to prove what; '' when nobody has to. */
  readonly burden: string;
  readonly mark?: Mark;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly where: string }[];
}

export interface ExplainedQuestion {
  readonly code: string;
  readonly words: string;
  readonly lookIn: string;
  readonly answers: readonly { readonly answer: string; readonly outcome: Outcome }[];
}

/** Something that would change the answer, with what it would become. */
export interface Change {
  /** `if the People prove an amount over the limit`, `on 2027-03-02, ten years after the conviction of 2017-03-02`. */
  readonly words: string;
  readonly outcome: Outcome;
  /** The day on which it changes by itself, `yyyymmdd`; absent when it does not. */
  readonly on?: number;
}

/**
 * The explanation of a decided conviction. Pass the policy that decided it; a rule that it does not have is shown by its
 * code.
 *
 * @param files names of the run's input files, to say where a fact stands; without it, they are numbered
 */
export function explanationOf(
  conviction: DecidedConviction,
  policy: Policy,
  files: readonly string[] = [],
  changes: readonly Change[] = [],
): Explanation {
  const { determination } = conviction;
  const deciding = new Set(decidingRules(conviction, policy));
  return {
    key: conviction.key,
    citation: conviction.citation,
    chargeText: conviction.chargeText,
    severity: conviction.severity === 'unknown' ? 'severity not known' : conviction.severity,
    convictedOn: printDate(conviction.convictedOn),
    court: conviction.court.name,
    caseNumbers: conviction.caseNumbers.map((each) => each.number.trim()).filter((each) => each !== ''),
    prosecutor: conviction.prosecutor,
    policy: { name: policy.name, title: policy.title, kind: policy.kind },
    outcome: determination.outcome,
    relief: determination.relief,
    floor: determination.floor,
    standing: determination.standing,
    reason: determination.reason,
    authority: determination.authority,
    rules: determination.trace.map((each) => explainedRule(each, policy, deciding.has(each.rule), files)),
    questions: explainedQuestions(conviction, policy, files),
    otherRemedies: determination.otherRemedies,
    changes,
  };
}

/** A replay's first step that applies decides, also where it asks an attorney. */
function decidingRules({ determination }: DecidedConviction, policy: Policy): readonly string[] {
  if (policy.statute) return determination.decidedBy;
  const first = determination.trace.find((each) => each.verdict === 'yes');
  return first ? [first.rule] : [];
}

function explainedRule(trace: TraceStep, policy: Policy, decides: boolean, files: readonly string[]): ExplainedRule {
  const { words, citation, burden, mark } = ruleWords(trace.rule, policy);
  const facts = trace.facts
    .map(({ name, value, at }) => ({
      name,
      value,
      where:
        at === undefined
          ? ''
          : `${files[at.file] ?? `file ${at.file + 1}`}, ${at.page === undefined ? '' : `page ${at.page}, `}line ${at.line}`,
    }))
    // A rule that looks at two facts can meet one piece of evidence twice.
    .filter((each, i, all) => all.findIndex((one) => isSameFact(one, each)) === i);
  const { rule, verdict, presumed = false } = trace;
  return { rule, words, citation, verdict, presumed, decides, burden, ...(mark === undefined ? {} : { mark }), facts };
}

function isSameFact(one: ExplainedRule['facts'][number], other: ExplainedRule['facts'][number]): boolean {
  return one.name === other.name && one.value === other.value && one.where === other.where;
}

function explainedQuestions(
  { determination }: DecidedConviction,
  policy: Policy,
  files: readonly string[],
): readonly ExplainedQuestion[] {
  const steps = new Map(policy.steps.map((each) => [each.code, each]));
  return determination.questions.map((question) => ({
    code: question.code,
    words: questionInWords(question, files),
    lookIn: questionWords(question.code).lookIn,
    answers: question.answers.map(({ answer, outcome }) => ({ answer: answerWords(answer, steps), outcome })),
  }));
}
