import { addYears, chargeWords, isFullDate, printCitation, type CalendarDate, type History, type PartialDate } from '@clearway/record';
import { caseEffectOf } from '../person/case-effect';
import { caseNumbersOf } from '../person/case-numbers';
import { offenceOf, type Conviction } from '../person/convictions';
import { notesOf } from '../person/notes';
import { personRecordOf, type ListedEvent, type PersonRecord } from '../person/person-record';
import { CANNABIS_SECTIONS } from '../person/cannabis';
import {
  type DecidedConviction,
  type DecidedPerson,
  type Outcome,
  type PersonFacts,
  type RecordLine,
} from './determination';
import { decide, type Decision } from './decide';
import { preparePolicy } from './prepare-policy';
import { type Policy, type RunFacts } from './policy';

/**
 * Decides every cannabis conviction that a person has in the county: pure, so the same history, policy and date give the
 * same answer for ever. Convictions of other counties and sections count for the rules and stand in `record`.
 *
 * Throws a RuleSetError when the policy cannot be run; never because of what a history says.
 */
export function decidePerson(history: History, policy: Policy, run: RunFacts): DecidedPerson {
  const prepared = preparePolicy(policy);
  const county = run.county.trim().toUpperCase();
  const days = { asOf: run.asOf, latestConviction: latestConvictionOf(policy, run.asOf) };
  const person = personRecordOf(history, prepared.superStrikes, prepared.sexOffences, days);
  const decisions = new Map<Conviction, Decision>();
  for (const conviction of person.convictions) {
    if (!isAsked(conviction, county)) continue;
    const subject = {
      conviction,
      person,
      asOf: run.asOf,
      superStrikes: prepared.superStrikes,
      sexOffences: prepared.sexOffences,
    };
    decisions.set(conviction, decide(prepared, subject));
  }
  const outcomes = new Map([...decisions].map(([conviction, each]) => [conviction, each.determination.outcome]));
  return {
    person: history.person,
    name: history.name,
    otherNames: history.otherNames,
    ciis: distinct(history.subjects.map((each) => each.cii)),
    subjectIds: distinct(history.subjects.map((each) => each.subjectId)),
    deceased: history.deceased,
    incomplete: history.incomplete,
    problems: problemsOf(history, person),
    convictions: [...decisions].map(([conviction, each]) => toDecided(conviction, each, person, outcomes, county)),
    facts: factsOf(person),
    record: person.convictions.map((each) => toLine(each, outcomes)),
    notes: notesOf(history),
  };
}

/**
 * The last day that a conviction can be of. Whoever files works with a file of before the as-of date. A replay can be of a day
 * some months before its file was made (docs/decisions/0003-replays.md).
 */
function latestConvictionOf({ kind }: Policy, asOf: CalendarDate): CalendarDate {
  return kind === 'replay' ? addYears(asOf, 1) : asOf;
}

/** A conviction of this county that is, or may be, of a cannabis section. */
function isAsked(conviction: Conviction, county: string): boolean {
  return (
    conviction.cannabis.verdict !== 'no' &&
    conviction.certain === 'yes' &&
    conviction.step.agency.county.trim().toUpperCase() === county
  );
}

function toDecided(
  conviction: Conviction,
  decision: Decision,
  person: PersonRecord,
  outcomes: ReadonlyMap<Conviction, Outcome>,
  county: string,
): DecidedConviction {
  const offence = offenceOf(conviction);
  return {
    key: conviction.key,
    row: conviction.row,
    offence,
    citation: offence.section === '' ? conviction.charge.text : printCitation(offence),
    chargeText: chargeWords(conviction.charge),
    severity: conviction.severity,
    convictedOn: conviction.statedDate,
    court: conviction.step.agency,
    prosecutor: decision.prosecutor ?? `${county} COUNTY DISTRICT ATTORNEY`,
    caseNumbers: caseNumbersOf(conviction),
    caseEffect: caseEffectOf(conviction, person.convictions, outcomes, person.history.incomplete),
    determination: decision.determination,
  };
}

function toLine(conviction: Conviction, outcomes: ReadonlyMap<Conviction, Outcome>): RecordLine {
  const { key, severity, statedDate: convictedOn } = conviction;
  const outcome = outcomes.get(conviction);
  return outcome === undefined ? { key, severity, convictedOn } : { key, severity, convictedOn, outcome };
}

function factsOf(person: PersonRecord): PersonFacts {
  const bySection = { '11357': 0, '11358': 0, '11359': 0, '11360': 0 };
  let prop64 = 0;
  let lastConviction: PartialDate = 0;
  let convictions = 0;
  for (const each of person.convictions) {
    if (each.certain !== 'yes') continue;
    convictions += 1;
    if (isFullDate(each.date) && each.date > lastConviction) lastConviction = each.date;
    const section = CANNABIS_SECTIONS.find((one) => one === each.cannabis.offences[0]?.section);
    if (section === undefined) continue;
    prop64 += 1;
    bySection[section] += 1;
  }
  return {
    convictions,
    superStrikes: shownOf(person.superStrikes),
    sexOffences: shownOf(person.sexOffences),
    sexOffenderRegistration: person.registrations.some((each) => each.verdict === 'yes'),
    lastConviction,
    prop64,
    bySection,
  };
}

/** What a column lists: found offences, also those whose condition is open, but nothing that could not be read. */
function shownOf(events: readonly ListedEvent[]): readonly string[] {
  return distinct(
    events.filter((each) => each.verdict === 'yes' || each.condition !== undefined).map((each) => each.shown),
  );
}

function problemsOf(history: History, person: PersonRecord): readonly string[] {
  const codes: string[] = history.problems.map((each) => each.code);
  if (person.convictions.some((each) => each.cannabis.verdict !== 'no' && each.step.agency.county.trim() === ''))
    codes.push('conviction-without-county');
  if (person.convictions.some((each) => each.cannabis.verdict !== 'no' && each.certain !== 'yes'))
    codes.push('conviction-not-by-a-court');
  return distinct(codes);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((each) => each !== ''))];
}
