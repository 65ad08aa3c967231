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
import {
  type DecidedConviction,
  type DecidedPerson,
  type Outcome,
  type PersonFacts,
  type RecordLine,
} from './determination';
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
  const tried = { ...bare, verdictsOnly: true };
  const again = (mended: History, keys: ReadonlySet<string>): readonly Redecided[] =>
    decisionsOf(mended, policy, tried, keys).inOrder.map(({ conviction: { key }, decided: { determination } }) => ({
      key,
      determination,
    }));
  const { defects, keptTogether } = priceDefects(history, found, decided.convictions, run.asOf, again);
  return keptTogether.length === 0 ? { ...decided, defects } : { ...decided, defects, keptTogether };
}

type Redecided = Pick<DecidedConviction, 'key' | 'determination'>;

/** The convictions of a person that were decided. */
interface Decisions {
  readonly person: PersonRecord;
  /** In the order of the record. */
  readonly inOrder: readonly { readonly conviction: Conviction; readonly decided: Decided }[];
  /** By the conviction's index; undefined of those that nobody asks about. */
  readonly byIndex: readonly (Decided | undefined)[];
}

/** @param keys only these; left out: every conviction that the policy has to decide */
function decisionsOf(history: History, policy: Policy, run: RunFacts, keys?: ReadonlySet<string>): Decisions {
  const prepared = preparePolicy(policy);
  const { superStrikes, sexOffences } = prepared;
  const county = countyOf(run);
  const { asOf } = run;
  const days = { asOf, latestConviction: latestConvictionOf(policy, asOf) };
  const recordOf = (of: History): PersonRecord => personRecordOf(of, superStrikes, sexOffences, days);
  const decideIn = (conviction: Conviction, person: PersonRecord, given?: Given, also?: string): Decided =>
    decideOne(prepared, { conviction, person, asOf, superStrikes, sexOffences }, county, run, given, also);
  const person = recordOf(history);
  const among: AmongSources | undefined = hasDisputes(person)
    ? { recordOf, decide: ({ conviction, person: of }, given, also) => decideIn(conviction, of, given, also) }
    : undefined;
  const inOrder: { conviction: Conviction; decided: Decided }[] = [];
  const byIndex: (Decided | undefined)[] = [];
  for (const conviction of person.convictions) {
    let decided: Decided | undefined;
    if (isAsked(conviction, county, policy) && keys?.has(conviction.key) !== false) {
      decided = among ? decideAmongSources(conviction, person, among) : decideIn(conviction, person);
      inOrder.push({ conviction, decided });
    }
    byIndex.push(decided);
  }
  return { person, inOrder, byIndex };
}

function decideRecord(history: History, policy: Policy, run: RunFacts): DecidedPerson {
  const decisions = decisionsOf(history, policy, run);
  const { person, inOrder, byIndex } = decisions;
  const office = districtAttorneyOf(countyOf(run));
  const record: RecordLine[] = [];
  for (const each of person.convictions) {
    const decided = byIndex[each.index];
    if (decided?.found !== 'not-convicted') record.push(toLine(each, decided?.determination.outcome));
  }
  return {
    person: history.person,
    name: history.name,
    otherNames: history.otherNames,
    ciis: distinct(history.subjects.map((each) => each.cii)),
    subjectIds: distinct(history.subjects.map((each) => each.subjectId)),
    deceased: history.deceased,
    incomplete: history.incomplete,
    problems: problemsOf(history, person),
    convictions: inOrder.map((each) => toDecided(each.conviction, each.decided, decisions, office)),
    facts: factsOf(person, byIndex),
    record,
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
    isOf(conviction.step.agency.county, county)
  );
}

/** Mostly the state writes it as it is asked for. */
function isOf(stated: string, county: string): boolean {
  return stated === county || stated.trim().toUpperCase() === county;
}

function toDecided(
  conviction: Conviction,
  decision: Decided,
  { person, byIndex }: Decisions,
  office: string,
): DecidedConviction {
  const offence = offenceOf(conviction);
  const decided: DecidedConviction = {
    key: conviction.key,
    row: conviction.row,
    offence,
    citation: offence.section === '' ? conviction.charge.text : printCitation(offence),
    chargeText: chargeWords(conviction.charge),
    severity: conviction.severity,
    convictedOn: conviction.statedDate,
    court: conviction.step.agency,
    prosecutor: decision.prosecutor ?? office,
    caseNumbers: caseNumbersOf(conviction),
    caseEffect: caseEffectOf(conviction, person.convictions, byIndex, person.history.incomplete),
    determination: decision.determination,
    matchKeys: matchKeysOf(conviction, person.history),
  };
  const inDoubt = conviction.count.doubts?.includes('case-number') === true;
  // All of one shape but these few: who reads them knows where each value stands.
  return decision.known === undefined && !inDoubt
    ? decided
    : { ...decided, ...(inDoubt ? { caseNumberInDoubt: true } : {}), ...decision.known };
}

function toLine(conviction: Conviction, outcome: Outcome | undefined): RecordLine {
  const { key, severity, statedDate: convictedOn } = conviction;
  return outcome === undefined ? { key, severity, convictedOn } : { key, severity, convictedOn, outcome };
}

function factsOf(person: PersonRecord, decisions: Decisions['byIndex']): PersonFacts {
  let of11357 = 0;
  let of11358 = 0;
  let of11359 = 0;
  let of11360 = 0;
  let lastConviction: PartialDate = 0;
  let convictions = 0;
  for (const each of person.convictions) {
    if (each.certain !== 'yes' && decisions[each.index]?.found !== 'convicted') continue;
    convictions += 1;
    if (isFullDate(each.date) && each.date > lastConviction) lastConviction = each.date;
    const section = each.cannabis.offences[0]?.section;
    if (section === '11357') of11357 += 1;
    else if (section === '11358') of11358 += 1;
    else if (section === '11359') of11359 += 1;
    else if (section === '11360') of11360 += 1;
  }
  return {
    convictions,
    superStrikes: shownOf(person.superStrikes),
    sexOffences: shownOf(person.sexOffences),
    sexOffenderRegistration: person.registrations.some((each) => each.verdict === 'yes'),
    lastConviction,
    prop64: of11357 + of11358 + of11359 + of11360,
    bySection: bySectionOf(of11357, of11358, of11359, of11360),
  };
}

const SECTION_COUNTS = new Map<number, PersonFacts['bySection']>();
/** More are seldom of one section. */
const MOST_KNOWN = 16;

/** Few counts occur, and an object with numbers for names is one that V8 makes slowly: each is made once. */
function bySectionOf(of11357: number, of11358: number, of11359: number, of11360: number): PersonFacts['bySection'] {
  const place = ((of11357 * MOST_KNOWN + of11358) * MOST_KNOWN + of11359) * MOST_KNOWN + of11360;
  const isKnown = Math.max(of11357, of11358, of11359, of11360) < MOST_KNOWN;
  const known = isKnown ? SECTION_COUNTS.get(place) : undefined;
  if (known) return known;
  const counts = { '11357': of11357, '11358': of11358, '11359': of11359, '11360': of11360 };
  if (isKnown) SECTION_COUNTS.set(place, counts);
  return counts;
}

/** What a column lists: found offences, also those whose condition is open, but nothing that could not be read. */
function shownOf(events: readonly ListedEvent[]): readonly string[] {
  if (events.length === 0) return NOTHING;
  return distinct(
    events.filter((each) => each.verdict === 'yes' || each.condition !== undefined).map((each) => each.shown),
  );
}

function problemsOf(history: History, person: PersonRecord): readonly string[] {
  const codes: string[] = history.problems.map((each) => each.code);
  let withoutCounty = false;
  let notByACourt = false;
  for (const { cannabis, step } of person.convictions) {
    if (cannabis.verdict === 'no') continue;
    withoutCounty ||= step.agency.county.trim() === '';
    notByACourt ||= step.type !== 'court-action';
  }
  if (withoutCounty) codes.push('conviction-without-county');
  if (notByACourt) codes.push('conviction-not-by-a-court');
  return distinct(codes);
}

/** Most people have one number of a kind, and no problem. */
function distinct(values: readonly string[]): readonly string[] {
  if (values.length < 2) return values.length === 0 || values[0] === '' ? NOTHING : values;
  return [...new Set(values.filter((each) => each !== ''))];
}

const NOTHING: readonly string[] = [];

const counties = new Map<string, string>();

/** The county of a run as the state writes it. */
function countyOf({ county }: RunFacts): string {
  const known = counties.get(county) ?? county.trim().toUpperCase();
  counties.set(county, known);
  return known;
}

const offices = new Map<string, string>();

function districtAttorneyOf(county: string): string {
  const known = offices.get(county) ?? `${county} COUNTY DISTRICT ATTORNEY`;
  offices.set(county, known);
  return known;
}
