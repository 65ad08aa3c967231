import { CaseFactsBook } from '@clearway/case-facts';
import { checkFilingDay } from '@clearway/county-policy';
import { parseCalendarDate, printDate, type History } from '@clearway/record';
import { joinedLines, type JoinedWords, joinedWords } from '@clearway/review';
import { bornWords, type ExplainedPerson, explanationPages } from '@clearway/reports';
import { explainConvictions, type Explanation, printExplanation, ruleSetHash } from '@clearway/rules';
import { CliError } from '../cli-error';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { replayTakesNoFacts } from '../review/read-cases';
import { readPolicy } from '../policy/read-policy';
import { type Terminal } from '../terminal/terminal';
import { type InputOptions, readRunInputs } from '../sources/run-inputs';
import { findHistories } from './find-histories';
import { today } from '../terminal/today';

export interface ExplainOptions extends InputOptions {
  readonly subject: string;
  readonly count?: string;
  readonly county?: string;
  readonly policy: string;
  readonly asOf?: string;
  readonly pdf?: string;
}

/** Decides the convictions of one subject and says why: in words on the terminal, as JSON, as pages to be signed. */
export async function explain(files: string[], options: ExplainOptions, terminal: Terminal): Promise<void> {
  const policy = await readPolicy(options.policy);
  const asOf = options.asOf ? parseCalendarDate(options.asOf) : today();
  checkFilingDay(policy, asOf);
  const inputs = await readRunInputs(files, options, options.county);
  if ((inputs.cases || inputs.done) && !policy.statute) throw replayTakesNoFacts();
  const { histories, joins, names, isMixed, cases } = await findHistories(inputs, options.subject.trim(), terminal);
  const known = cases && new CaseFactsBook(cases.data);
  const book = known ? { cases: known } : {};
  if (histories.length === 0) throw new CliError('subject.not-found', 'No row of the files has this SUBJECT_ID or CII_NUMBER, and nobody this id. Check the digits; leading zeros count.');
  const people: ExplainedPerson[] = [];
  for (const found of histories) {
    const history = known ? known.corrected(found, asOf) : found;
    const joined = joinedWords(joins.filter(({ records }) => records[0].person === found.person));
    for (const county of options.county ? [options.county] : countiesOf(history)) {
      const explanations = explainConvictions(history, policy, { county, asOf, ...book }, names).filter((each) => isAsked(each, options.count));
      people.push({ name: history.name, born: bornWords(history.birthDates), county: county.trim().toUpperCase(), asOf, ruleSet: ruleSetHash(), joins: joined, explanations });
    }
    sayPerson(history, people.slice(-countiesOf(history).length), isMixed ? names : [], joined, terminal);
  }
  const convictions = people.flatMap(({ county, explanations }) => explanations.map((each) => ({ county, ...each, words: printExplanation(each) })));
  if (convictions.length === 0) terminal.say(options.count === undefined ? 'This person has no cannabis conviction to decide there.' : 'This person has no such count among the convictions to decide. Without --count all of them are shown, with their numbers.');
  if (options.pdf !== undefined) await writePages(options.pdf, people, terminal);
  terminal.result({ asOf: printDate(asOf), policy: policy.name, joins: joins.map((join) => ({ person: join.records[0].person, by: join.by, records: join.records, odds: join.odds, ...joinedWords([join])[0] })), convictions });
}

/** Of how many counts one source says a conviction and another that there was none: nobody decides those. */
function countsInDoubt({ cycles }: History): number {
  return cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts)).filter(({ doubts }) => doubts?.includes('conviction')).length;
}

function sayPerson(history: History, people: readonly ExplainedPerson[], names: readonly string[], joins: readonly JoinedWords[], terminal: Terminal): void {
  terminal.say(`${history.name}, born ${bornWords(history.birthDates) || 'on a day that the record does not give'}${history.deceased ? ', recorded as deceased' : ''}`);
  if (names.length > 0) terminal.say(`On record in ${filesOf(history).map((file) => names[file] ?? '').join(', ')}`);
  const inDoubt = countsInDoubt(history);
  if (inDoubt > 0) terminal.say(`Counts that one source calls a conviction and another dismissed or acquitted: ${inDoubt}. Nothing is given on them, and where they matter as priors nothing is decided, until somebody says which is right (the review, or clearway fix).`);
  if (history.problems.some(({ code }) => code === 'possible-other-record')) terminal.say('Another record may be of this person (same_person.csv): until somebody answers, nothing can be decided by what the record does not have.');
  else if (history.incomplete) terminal.say('A row of this person was rejected, so the record is incomplete: nothing can be decided by what it does not have.');
  for (const { county, asOf, explanations } of people) {
    for (const each of explanations) {
      terminal.say('');
      terminal.say(`${county}, as of ${printDate(asOf)}, count ${each.key}`);
      for (const line of printExplanation(each)) terminal.say(`  ${line}`);
    }
  }
  // What was decided comes first: a person can have fifty cases at the court.
  if (joins.length > 0) {
    terminal.say('');
    terminal.say('Why these records are of one person');
    for (const line of joinedLines(joins)) terminal.say(`  ${line}`);
  }
}

/** `0:101002001000`, or the twelve digits of CNT_ORDER alone. */
function isAsked({ key }: Explanation, count: string | undefined): boolean {
  return count === undefined || key === count.trim() || key.split(':')[1] === count.trim();
}

async function writePages(path: string, people: readonly ExplainedPerson[], terminal: Terminal): Promise<void> {
  const file = await UnfinishedFile.open(path);
  try {
    await file.write(Buffer.from(explanationPages(people)));
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
  terminal.say(`The pages to sign stand in ${path}.`);
}

function filesOf({ subjects }: History): number[] {
  return [...new Set(subjects.map(({ file }) => file))].sort((a, b) => a - b);
}

function countiesOf(history: History): string[] {
  const counties = new Set<string>();
  for (const cycle of history.cycles) for (const step of cycle.steps) if (step.type === 'court-action' && step.agency.county !== '') counties.add(step.agency.county);
  return [...counties].sort();
}
