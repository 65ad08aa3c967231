import { KINDS } from '../kinds';
import { type CyclePlan, type PersonPlan, type StepPlan } from '../plan';
import { planCase, type PlanSettings } from '../plan-person';
import { Random } from '../random';
import { type CourtIdentity, courtRows, type CourtRow } from './court-rows';
import { LINK_RATES } from './link-rates';
import { isPrintable } from './sheet-text';

const STREAM = 0x6a09e667;

/** A case as the court's system has it. */
export interface CourtCase {
  readonly cycle: CyclePlan;
  readonly step: StepPlan;
  readonly number: string;
  /** The state has it too, in this cycle and event of the person's plan. */
  readonly inState?: { readonly cycle: number; readonly step: number };
  readonly rows: readonly CourtRow[];
}

/** In which sources a person stands, and with what. */
export interface PersonLinks {
  readonly person: PersonPlan;
  readonly inStateFile: boolean;
  readonly unclear: boolean;
  /** What the court's rows say of the person beside the name. */
  readonly identity: CourtIdentity;
  readonly cases: readonly CourtCase[];
  /** The person has a RAP sheet. */
  readonly sheet?: { readonly cii: string; readonly pdf: boolean; readonly hasAlias: boolean };
  /** Goes on with the same random numbers. */
  readonly random: Random;
}

/** Draws the sources of a person: the same settings and plan give the same links. */
export function linkPerson(settings: PlanSettings, person: PersonPlan): PersonLinks {
  const random = new Random(settings.seed ^ STREAM, person.index);
  const { people } = LINK_RATES;
  // Two CIIs on one SUBJECT_ID are two people to every reader: no other source tells whose it is.
  if (person.secondCii !== '')
    return { person, inStateFile: true, unclear: true, identity: { cii: '', personNumber: '' }, cases: [], random };
  // The first people carry one kind of row each, which the state's file is to have.
  const mayBeAbsent = person.index > KINDS.length && hasCourtCase(person, settings.county.name);
  const absent = person.relativeOf === undefined ? people.notInStateFile : people.relativeNotInStateFile;
  const inStateFile = !(random.chance(absent) && mayBeAbsent);
  const identity = {
    cii: random.chance(people.ciiAtCourt) ? person.cii : '',
    personNumber: random.chance(people.personNumber) ? `P${String(700_001 + person.index)}` : '',
  };
  const cases = casesOf(settings, random, person, inStateFile).map((each) => ({
    ...each,
    rows: courtRows(random, person, identity, each.cycle, each.step, each.number),
  }));
  const drawn = random.chance(people.sheet);
  const [cii, pdf, hasAlias] = [
    random.chance(people.sheetWithoutCii) ? '' : person.cii,
    random.chance(people.sheetAsPdf),
    random.chance(people.sheetWithAlias),
  ];
  const sheet = drawn && isPrintable(person) ? { sheet: { cii, pdf, hasAlias } } : {};
  return { person, inStateFile, unclear: false, identity, cases, random, ...sheet };
}

function* courtSteps(person: PersonPlan, county: string): Generator<Omit<Required<CourtCase>, 'number' | 'rows'>> {
  for (const [cycleIndex, cycle] of person.cycles.entries()) {
    if (cycle.county !== county) continue;
    for (const [stepIndex, step] of cycle.steps.entries())
      if (step.type === 'COURT ACTION') yield { cycle, step, inState: { cycle: cycleIndex, step: stepIndex } };
  }
}

function hasCourtCase(person: PersonPlan, county: string): boolean {
  return !courtSteps(person, county).next().done;
}

function casesOf(
  settings: PlanSettings,
  random: Random,
  person: PersonPlan,
  inStateFile: boolean,
): Omit<CourtCase, 'rows'>[] {
  const { cases } = LINK_RATES;
  const found: Omit<CourtCase, 'rows'>[] = [];
  for (const { cycle, step, inState } of courtSteps(person, settings.county.name)) {
    // The court knows its case number, whatever the state's row lost.
    const known = step.counts.find(({ caseNumber }) => caseNumber !== '')?.caseNumber;
    const number =
      known ?? settings.county.caseNumber(random, Number(String(step.dateText).slice(0, 4)) || 2000, true, 0);
    if (inStateFile && random.chance(cases.notAtCourt)) continue;
    found.push({ cycle, step, number, ...(inStateFile ? { inState } : {}) });
  }
  if (random.chance(cases.courtOnly)) {
    const first = Math.max((person.cycles[0] as CyclePlan).day - 800, Math.ceil(person.birth + 18.1 * 365.2425));
    const day = random.between(first, Math.max(first, settings.asOf - 260));
    const kind = random.chance(cases.courtOnlyCannabis) ? 'cannabis' : 'convicted';
    const cycle = planCase(random, settings.county, day, kind);
    const step = cycle.steps[1] as StepPlan;
    found.push({ cycle, step, number: step.counts[0]?.caseNumber ?? '' });
  }
  return found;
}
