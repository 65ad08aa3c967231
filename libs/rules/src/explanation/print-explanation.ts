import { type DecidedConviction } from '../engine/determination';
import { type Policy } from '../engine/policy';
import { isBetter, reliefOf } from '../engine/relief-order';
import { correctionLine } from './correction-words';
import { type ExplainedQuestion, type ExplainedRule, type Explanation, explanationOf } from './explanation';
import { outcomeWords, reliefWords, remedyWords, standingWords } from './words';

/**
 * The determination of one conviction in plain sentences, a line each: what was decided, each rule in its order with what
 * it found and where that stands, who has the burden, the open questions with the outcome of each answer, and the floor.
 */
export function explainDetermination(
  conviction: DecidedConviction,
  policy: Policy,
  files: readonly string[] = [],
): readonly string[] {
  return printExplanation(explanationOf(conviction, policy, files));
}

/** The explanation as lines of text. */
export function printExplanation(explained: Explanation): readonly string[] {
  const { policy, reason, authority, rules, questions, floor, standing, otherRemedies, changes } = explained;
  const { corrections = [] } = explained;
  const lines = [
    headline(explained),
    `Policy: ${policy.title}${policy.kind === 'replay' ? ' (a replay: for comparison)' : ''}.`,
    ...corrections.map((each) => `Corrected, ${correctionLine(each)}`),
    ...(reason === '' ? [] : [`Reason: ${reason}.`]),
    ...(authority === '' ? [] : [`Authority beyond the statute: ${authority}`]),
    ...rules.map((each, i) => ruleLine(each, i + 1, policy.kind === 'filing')),
  ];
  if (!rules.some((each) => each.decides)) lines.push('No rule surely applies.');
  for (const question of questions) lines.push(...questionLines(question));
  lines.push(`${floorWords(explained)}: ${reliefWords(floor)}.`);
  if (standing !== 'open') lines.push(`Where it stands: ${standingWords(standing)}.`);
  for (const each of otherRemedies) lines.push(`Another remedy: ${remedyWords(each)}.`);
  if (changes.length > 0) lines.push('What would change the answer:');
  for (const each of changes) lines.push(`   ${each.words}: ${outcomeWords(each.outcome)}.`);
  return lines;
}

export function headline({ citation, severity, convictedOn, outcome }: Explanation): string {
  return `${citation}, ${severity}, convicted ${convictedOn || 'a date that the record does not give'}: ${outcomeWords(outcome)}.`;
}

/**
 * With an open question the floor is filed now: it holds under every answer, or, where a question is a challenge that the People may
 * bring, until they bring it. A floor below the relief is what a disproved presumption leaves.
 */
export function floorWords({ questions, relief, floor }: Explanation): string {
  const canBeTaken = questions.some(({ answers }) =>
    answers.some(({ outcome }) => outcome !== 'review' && isBetter(floor, reliefOf(outcome))),
  );
  if (canBeTaken) return 'Floor, the relief that is filed now unless the People bring their challenge';
  return questions.length === 0 && floor !== relief
    ? 'Floor, the relief that is left should the People disprove what is presumed'
    : 'Floor, the relief that holds under every answer';
}

const REPLAY_VERDICTS = { yes: 'yes', no: 'no', 'cannot-tell': 'cannot tell' } as const;
const VERDICTS = { yes: 'met', no: 'not met', 'cannot-tell': 'cannot tell' } as const;

/** `met`, `not met (presumed)`, `cannot tell`; a replay's steps say yes and no. */
export function verdictWords({ verdict, presumed }: ExplainedRule, filing: boolean): string {
  return `${(filing ? VERDICTS : REPLAY_VERDICTS)[verdict]}${presumed ? ' (presumed)' : ''}`;
}

function ruleLine(rule: ExplainedRule, number: number, filing: boolean): string {
  const { words, citation, decides, burden, facts, verdict, presumed } = rule;
  const used = facts.map(({ name, value, where }) => `${name} ${value}${where === '' ? '' : ` (${where})`}`);
  const proof = burden !== '' && (decides || presumed || verdict === 'cannot-tell') ? ` Burden: ${burden}.` : '';
  return `${number}. ${words}${citation === '' ? '' : ` [${citation}]`}: ${verdictWords(rule, filing)}${decides ? '; this decides' : ''}.${used.length === 0 ? '' : ` Used: ${used.join('; ')}.`}${proof}`;
}

function questionLines({ words, lookIn, answers }: ExplainedQuestion): string[] {
  return [
    `Question: ${words}${lookIn === '' ? '' : ` Look in: ${lookIn}.`}`,
    ...answers.map(({ answer, outcome }) => `   ${answer}: ${outcomeWords(outcome)}.`),
  ];
}
