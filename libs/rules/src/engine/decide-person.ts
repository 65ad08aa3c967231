import {
  addYears,
  chargeWords,
  defectsOf,
  isFullDate,
  printCitation,
  type CalendarDate,
  type CorrectedHistory,
  type History,
  type PartialDate,
} from '@clearway/record';
import { caseEffectOf } from '../person/case-effect';
import { caseNumbersOf } from '../person/case-numbers';
import { matchKeysOf } from '../person/match-keys';
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
import { type Decision } from './decide';
import { decideOne, type Given } from './decide-one';
import { preparePolicy } from './prepare-policy';
import {
  type AmongSources,
  type DecidedAmongSources as Decided,
  decideAmongSources,
} from '../sources/decide-among-sources';
import { hasDisputes, isDisputed } from '../sources/disputed';
import { priceDefects } from '../quality/price-defects';
import { isAskedByStatute } from '../law/reading/near-misses';
import { type Policy, type RunFacts } from './policy';

/**
 * Decides every cannabis conviction that a person has in the county: pure, so the same history, policy and date give the
 * same answer for ever. Convictions of other counties and sections count for the rules and stand in `record`.
 *
 * Throws a RuleSetError when the policy cannot be run; never because of what a history says.
 */
export function decidePerson(history: CorrectedHistory, policy: Policy, run: RunFacts): DecidedPerson {
  const decided = decideRecord(history, policy, run);
  const { corrections } = history;
  const known = corrections === undefined ? decided : { ...decided, corrections };
  return run.quality === undefined ? known : withDefects(known, history, policy, run);
}

/** What the record cannot tell. A defect that somebody corrected is none any more. */
function withDefects(decided: DecidedPerson, history: History, policy: Policy, run: RunFacts): DecidedPerson {
  const found = defectsOf(history, run.quality?.files);
  if (found.length === 0) return decided;
  const { quality: _, ...bare } = run;
  const again = (mended: History, keys: ReadonlySet<string>): readonly Redecided[] => {
    const { decisions } = decisionsOf(mended, policy, bare, keys);
    return Array.from(decisions, ([{ key }, { determination }]) => ({ key, determination }));
  };
  const { defects, keptTogether } = priceDefects(history, found, decided.convictions, run.asOf, again);
  return keptTogether.length === 0 ? { ...decided, defects } : { ...decided, defects, keptTogether };
}

type Redecided = Pick<DecidedConviction, 'key' | 'determination'>;

/** @param keys only these; left out: every conviction that the policy has to decide */
function decisionsOf(
  history: History,
  policy: Policy,
  run: RunFacts,
  keys?: ReadonlySet<string>,
): { readonly person: PersonRecord; readonly county: string; readonly decisions: ReadonlyMap<Conviction, Decided> } {
  const prepared = preparePolicy(policy);
  const county = run.county.trim().toUpperCase();
  const here = { ...run, county };
  const days = { asOf: run.asOf, latestConviction: latestConvictionOf(policy, run.asOf) };
  const { superStrikes, sexOffences } = prepared;
  const recordOf = (of: History): PersonRecord => personRecordOf(of, superStrikes, sexOffences, days);
  const decideIn = (one: Conviction, of: PersonRecord, given?: Given, also?: string): Decided =>
    decideOne(prepared, { conviction: one, person: of, asOf: run.asOf, superStrikes, sexOffences }, here, given, also);
  const person = recordOf(history);
  const among: AmongSources | undefined = hasDisputes(person)
    ? { recordOf, decide: ({ conviction, person: of }, given, also) => decideIn(conviction, of, given, also) }
    : undefined;
  const decisions = new Map<Conviction, Decided>();
  for (const conviction of person.convictions) {
    if (!isAsked(conviction, county, policy) || keys?.has(conviction.key) === false) continue;
    decisions.set(conviction, among ? decideAmongSources(conviction, person, among) : decideIn(conviction, person));
  }
  return { person, county, decisions };
}

function decideRecord(history: History, policy: Policy, run: RunFacts): DecidedPerson {
  const { person, county, decisions } = decisionsOf(history, policy, run);
  return {
    person: history.person,
    name: history.name,
    otherNames: history.otherNames,
    ciis: distinct(history.subjects.map((each) => each.cii)),
    subjectIds: distinct(history.subjects.map((each) => each.subjectId)),
    deceased: history.deceased,
    incomplete: history.incomplete,
    problems: problemsOf(history, person),
    convictions: Array.from(decisions, ([conviction, each]) => ({
      ...toDecided(conviction, each, person, decisions, county),
      ...each.known,
    })),
    facts: factsOf(person, decisions),
    record: person.convictions
      .filter((each) => decisions.get(each)?.found !== 'not-convicted')
      .map((each) => toLine(each, decisions.get(each)?.determination.outcome)),
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

/** A conviction of this county that is, or may be, of a cannabis section; under the statute its near misses too. */
function isAsked(conviction: Conviction, county: string, policy: Policy): boolean {
  return (
    (conviction.cannabis.verdict !== 'no' || (policy.statute !== undefined && isAskedByStatute(conviction))) &&
    (conviction.certain === 'yes' || isDisputed(conviction)) &&
    conviction.step.agency.county.trim().toUpperCase() === county
  );
}

function toDecided(
  conviction: Conviction,
  decision: Decision,
  person: PersonRecord,
  decisions: ReadonlyMap<Conviction, Decided>,
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
    ...(conviction.count.doubts?.includes('case-number') ? { caseNumberInDoubt: true } : {}),
    caseEffect: caseEffectOf(conviction, person.convictions, decisions, person.history.incomplete),
    determination: decision.determination,
    matchKeys: matchKeysOf(conviction, person.history),
  };
}

function toLine(conviction: Conviction, outcome: Outcome | undefined): RecordLine {
  const { key, severity, statedDate: convictedOn } = conviction;
  return outcome === undefined ? { key, severity, convictedOn } : { key, severity, convictedOn, outcome };
}

function factsOf(person: PersonRecord, decisions: ReadonlyMap<Conviction, Decided>): PersonFacts {
  const bySection = { '11357': 0, '11358': 0, '11359': 0, '11360': 0 };
  let prop64 = 0;
  let lastConviction: PartialDate = 0;
  let convictions = 0;
  for (const each of person.convictions) {
    if (each.certain !== 'yes' && decisions.get(each)?.found !== 'convicted') continue;
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
  if (person.convictions.some((each) => each.cannabis.verdict !== 'no' && each.step.type !== 'court-action'))
    codes.push('conviction-not-by-a-court');
  return distinct(codes);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((each) => each !== ''))];
}
