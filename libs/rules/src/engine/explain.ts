import { printDate } from '@clearway/record';
import { CRITERIA } from '../criteria/criteria';
import { type DecidedConviction, type Outcome, type Question, type Relief, type TraceStep } from './determination';
import { type Condition, type Policy, type PolicyStep } from './policy';
import { questionWords } from './questions';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'dismissed and sealed',
  dismiss: 'dismissed, not sealed',
  'redesignate-misdemeanor': 'redesignated as a misdemeanor',
  'redesignate-infraction': 'redesignated as an infraction',
  'dismiss-sentence': 'dismissal of the sentence',
  'recall-and-resentence': 'recall and resentencing',
  'not-eligible': 'not eligible',
  review: 'for review by an attorney',
  'refer-to-other-prosecutor': 'referred to another prosecutor',
};

const criteria = new Map(CRITERIA.map((each) => [each.code, each]));

export function outcomeWords(outcome: Outcome): string {
  return OUTCOME_WORDS[outcome];
}

export function reliefWords(relief: Relief): string {
  return relief === 'none' ? 'none' : OUTCOME_WORDS[relief];
}

/** A policy's step in words: `the person is 50 or older on the as-of date`. */
export function stepWords(step: PolicyStep): string {
  const unless = step.unless ?? [];
  const words = step.when.map(conditionWords).join(', and ');
  return unless.length === 0 ? words : `${words}, unless ${unless.map(conditionWords).join(', or ')}`;
}

export function stepCitation(step: PolicyStep): string {
  const citations = [...step.when, ...(step.unless ?? [])].map((each) => criteria.get(each.is)?.citation ?? '');
  return [...new Set(citations.flatMap((each) => each.split('; ')))].filter((each) => each !== '').join('; ');
}

/** A criterion with its arguments in words. */
export function conditionWords(condition: Condition): string {
  const words = criteria.get(condition.is)?.words ?? condition.is;
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = condition.with[name];
    return Array.isArray(value) ? value.join(' or ') : String(value ?? '');
  });
}

/**
 * The determination of one conviction in plain sentences, a line each: what was decided, each rule in its order with what
 * it found and where that stands, the open questions with the outcome of each answer, and the floor. Pass the policy that
 * decided it; a step that the policy does not have is shown by its code.
 *
 * @param files names of the run's input files, to say where a fact stands; without it, they are numbered
 */
export function explainDetermination(
  conviction: DecidedConviction,
  policy: Policy,
  files: readonly string[] = [],
): readonly string[] {
  const { determination } = conviction;
  const steps = new Map(policy.steps.map((each) => [each.code, each]));
  const date = printDate(conviction.convictedOn) || 'a date that the record does not give';
  const decidedBy = decidingStep(determination.trace);
  const lines = [
    `${conviction.citation}, ${conviction.severity === 'unknown' ? 'severity not known' : conviction.severity}, convicted ${date}: ${outcomeWords(determination.outcome)}.`,
    `Policy: ${policy.title}${policy.kind === 'replay' ? ' (a replay: for comparison)' : ''}.`,
    ...(determination.reason === '' ? [] : [`Reason: ${determination.reason}.`]),
  ];
  determination.trace.forEach((each, i) =>
    lines.push(ruleLine(each, i + 1, steps.get(each.rule), each === decidedBy, files)),
  );
  if (!decidedBy) lines.push('No rule surely applies.');
  for (const question of determination.questions) lines.push(...questionLines(question, steps));
  lines.push(`Floor, the relief that holds under every answer: ${reliefWords(determination.floor)}.`);
  if (determination.standing !== 'open') lines.push(`Where it stands: ${determination.standing.replace(/-/g, ' ')}.`);
  return lines;
}

function decidingStep(trace: readonly TraceStep[]): TraceStep | undefined {
  return trace.find((each) => each.verdict === 'yes');
}

const VERDICT_WORDS = { yes: 'yes', no: 'no', 'cannot-tell': 'cannot tell' } as const;

function ruleLine(
  trace: TraceStep,
  number: number,
  step: PolicyStep | undefined,
  decides: boolean,
  files: readonly string[],
): string {
  const words = step ? stepWords(step) : trace.rule;
  const citation = step ? stepCitation(step) : '';
  const facts = trace.facts.map((each) => {
    const where =
      each.at === undefined ? '' : ` (${files[each.at.file] ?? `file ${each.at.file + 1}`}, line ${each.at.line})`;
    return `${each.name} ${each.value}${where}`;
  });
  const used = facts.length === 0 ? '' : ` Used: ${facts.join('; ')}.`;
  return `${number}. ${words}${citation === '' ? '' : ` [${citation}]`}: ${VERDICT_WORDS[trace.verdict]}${decides ? '; this decides' : ''}.${used}`;
}

function questionLines(question: Question, steps: ReadonlyMap<string, PolicyStep>): string[] {
  const { words, lookIn } = questionWords(question.code);
  const answers = question.answers.map(
    (each) => `   ${answerWords(each.answer, steps)}: ${outcomeWords(each.outcome)}.`,
  );
  return [`Question: ${words}${lookIn === '' ? '' : ` Look in: ${lookIn}.`}`, ...answers];
}

/** An answer names steps by code (`age: yes`, `age, clean-time: no`) or is words already. */
export function answerWords(answer: string, steps: ReadonlyMap<string, PolicyStep>): string {
  const match = /^(.+): (yes|no)$/.exec(answer);
  const codes = match?.[1]?.split(', ') ?? [];
  if (!match || !codes.every((each) => steps.has(each))) return `If ${answer}`;
  const words = codes.map((each) => stepWords(steps.get(each) as PolicyStep));
  return match[2] === 'yes' ? `If ${words.join(', and ')}` : `If not (${words.join('; ')})`;
}
