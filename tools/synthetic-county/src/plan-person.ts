import { CANNABIS_AFTER, CANNABIS_BEFORE, OTHER_CHARGES, type ChargeText } from './catalogue/charges';
import { COMPOUND_LAST_NAMES, FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from './catalogue/names';
import { type County, COUNTIES, countyOf } from './catalogue/places';
import { dayNumber, yearOf, yyyymmdd } from './calendar';
import {
  type CountPlan,
  type CyclePlan,
  type DispositionPlan,
  type Look,
  type PersonPlan,
  type PlannedSeverity,
  type SentencePlan,
  type StepPlan,
} from './plan';
import { Random } from './random';

/** The day on which the Act took effect. */
export const ACT = dayNumber(2016, 11, 9);
const EARLIEST = dayNumber(1965, 1, 1);
const OLDEST_BIRTH = dayNumber(1938, 1, 1);
const YOUNGEST_BIRTH = dayNumber(1997, 12, 31);
const YEAR = 365.2425;

const RACES: readonly (readonly [string, string])[] = [
  ['H', 'HISPANIC'],
  ['H', 'HISPANIC'],
  ['B', 'BLACK'],
  ['B', 'BLACK'],
  ['W', 'WHITE'],
  ['W', 'WHITE'],
  ['C', 'CHINESE'],
  ['F', 'FILIPINO'],
  ['V', 'VIETNAMESE'],
  ['O', 'OTHER'],
];
const EYES: readonly (readonly [string, string])[] = [
  ['BRO', 'BROWN'],
  ['BRO', 'BROWN'],
  ['BLU', 'BLUE'],
  ['HAZ', 'HAZEL'],
  ['GRN', 'GREEN'],
  ['BLK', 'BLACK'],
];
const HAIR: readonly (readonly [string, string])[] = [
  ['BRO', 'BROWN'],
  ['BLK', 'BLACK'],
  ['BLN', 'BLOND'],
  ['GRY', 'GRAY'],
  ['RED', 'RED'],
  ['BAL', 'BALD'],
];
const BIRTHPLACES: readonly (readonly [string, string])[] = [
  ['CA', 'CALIFORNIA'],
  ['CA', 'CALIFORNIA'],
  ['CA', 'CALIFORNIA'],
  ['TX', 'TEXAS'],
  ['NY', 'NEW YORK'],
  ['MM', 'MEXICO'],
  ['ES', 'EL SALVADOR'],
  ['VM', 'VIETNAM'],
  ['RP', 'PHILIPPINES'],
];
export const SUPERIOR_COURT = ['5', 'SUPERIOR COURT'] as const;
const MUNICIPAL_COURT = ['6', 'MUNICIPAL COURT'] as const;
const POLICE = ['1', 'LAW ENFORCEMENT AGENCY'] as const;
const DISMISSALS: readonly (readonly [string, string])[] = [
  ['DISMISSED/FURTHERANCE OF JUSTICE', '4310'],
  ['DISMISSED/PLEA TO OTHER CHARGE', '4320'],
  ['DISMISSED/LACK OF EVIDENCE', '4330'],
  ['ACQUITTED', '4100'],
];
const REJECTIONS: readonly (readonly [string, string])[] = [
  ['PROS REJ-LACK OF PROBABLE CAUSE', '2110'],
  ['PROS REL-DET ONLY', '2210'],
  ['REL/TOT OTHER JURIS/AUTH', '2310'],
];

/** What every person of one file is planned with. */
export interface PlanSettings {
  readonly seed: number;
  readonly county: County;
  /** Day number on which the state drew the file: nothing happens after it. */
  readonly asOf: number;
}

/** Counties by name, looked up once: other counties' convictions are part of most records. */
const counties = new Map<string, County>();
export function countyNamed(name: string): County {
  let county = counties.get(name);
  if (!county) counties.set(name, (county = countyOf(name)));
  return county;
}

/** The ordinary record of person number `index`, before any kind changes it. The same settings and index give the same plan. */
export function planPerson(settings: PlanSettings, index: number, random: Random): PersonPlan {
  const birth = random.between(OLDEST_BIRTH, YOUNGEST_BIRTH);
  const sex = random.chance(0.8) ? 'M' : 'F';
  const last = random.chance(0.04) ? random.pick(COMPOUND_LAST_NAMES) : random.pick(LAST_NAMES);
  const middle = random.chance(0.6) ? ` ${String.fromCharCode(65 + random.below(26))}` : '';
  const person: PersonPlan = {
    index,
    subjectId: String(10_000_001 + index),
    cii: ciiOf(settings.seed, index, 0),
    secondCii: '',
    name: `${last},${random.pick(sex === 'M' ? MALE_NAMES : FEMALE_NAMES)}${middle}`,
    otherName: '',
    nameEncoding: 'utf-8',
    sex,
    birth,
    birthText: String(yyyymmdd(birth)),
    otherBirthText: '',
    look: lookOf(random),
    cycles: [],
    kinds: [],
    breakages: [],
    emptyLines: 0,
    deceased: false,
    registered: false,
    scattered: false,
  };
  const first = Math.max(birth + Math.ceil(18 * YEAR) + 1, EARLIEST);
  const lastDay = settings.asOf - 260;
  const roll = random.unit();
  const cannabis = roll < 0.8 ? 1 : roll < 0.95 ? 2 : 3;
  const cases: { day: number; kind: 'cannabis' | 'convicted' | 'released' }[] = [];
  const add = (count: number, kind: 'cannabis' | 'convicted' | 'released') => {
    for (let i = 0; i < count; i++) cases.push({ day: random.between(first, lastDay), kind });
  };
  add(cannabis, 'cannabis');
  add(random.exponential(6.6), 'convicted');
  add(random.exponential(11), 'released');
  cases.sort((a, b) => a.day - b.day);
  for (const one of cases) {
    const away = one.kind !== 'cannabis' && random.chance(0.25);
    const county = away ? countyNamed(random.pick(COUNTIES)) : settings.county;
    person.cycles.push(planCase(random, county, one.day, one.kind));
  }
  return person;
}

/** `A` and eight digits, different for every person of a seed; `turn` gives further numbers of the same person. */
export function ciiOf(seed: number, index: number, turn: number): string {
  const start = (Math.imul(seed, 0x2545f491) >>> 0) % 100_000_000;
  return `A${String((start + index * 7919 + turn * 50_000_017) % 100_000_000).padStart(8, '0')}`;
}

function lookOf(random: Random): Look {
  return {
    // Area 666 was never issued: no number can belong to anybody.
    ssn: `666${random.digits(6)}`,
    licence: random.chance(0.85) ? `${String.fromCharCode(65 + random.below(26))}${random.digits(7)}` : '',
    fbi: `${random.digits(6)}${String.fromCharCode(65 + random.below(26))}A${random.below(10)}`,
    race: random.pick(RACES),
    eyes: random.pick(EYES),
    hair: random.pick(HAIR),
    height: `${random.between(5, 6)}${String(random.below(12)).padStart(2, '0')}`,
    weight: String(random.between(110, 260)),
    birthplace: random.pick(BIRTHPLACES),
  };
}

/** One arrest and what followed; the first count of a cannabis case is the cannabis charge. */
export function planCase(
  random: Random,
  county: County,
  day: number,
  kind: 'cannabis' | 'convicted' | 'released',
  lead?: ChargeText,
): CyclePlan {
  const cycle: CyclePlan = {
    day,
    dateText: String(yyyymmdd(day)),
    county: county.name,
    countyCode: county.code,
    countyText: county.name,
    steps: [],
  };
  const charges: ChargeText[] = [];
  if (lead) charges.push(lead);
  else if (kind === 'cannabis') charges.push(random.pick(day >= ACT ? CANNABIS_AFTER : CANNABIS_BEFORE));
  const wanted = random.between(1, 4);
  while (charges.length < wanted) charges.push(random.pick(OTHER_CHARGES));
  const toCourt = kind !== 'released' || random.chance(0.5);
  const arrest: StepPlan = {
    type: 'ARREST/DETAINED/CITED',
    typeCode: '1',
    day,
    dateText: cycle.dateText,
    place: random.pick(county.police),
    placeType: POLICE,
    counts: [],
  };
  const booking = random.digits(7);
  for (const charge of charges) {
    const count = plainCount(charge);
    count.ofn = booking;
    if (!toCourt) count.dispositions.push(disposition(random.pick(REJECTIONS), cycle.dateText));
    arrest.counts.push(count);
  }
  cycle.steps.push(arrest);
  if (toCourt) cycle.steps.push(planCourt(random, county, day, charges, kind !== 'released'));
  return cycle;
}

function planCourt(
  random: Random,
  county: County,
  arrested: number,
  charges: readonly ChargeText[],
  convicts: boolean,
): StepPlan {
  const day = arrested + random.between(20, 250);
  const year = yearOf(day);
  const felony = charges.some((one) => one.toc === 'F');
  const municipal = !felony && year < 2000;
  const court = random.below((municipal ? county.municipal : county.superior).length);
  const number = county.caseNumber(random, year, felony, court);
  const everyCount = random.chance(0.7);
  const dateText = String(yyyymmdd(day));
  const step: StepPlan = {
    type: 'COURT ACTION',
    typeCode: '4',
    day,
    dateText,
    place: (municipal ? county.municipal : county.superior)[court] as StepPlan['place'],
    placeType: municipal ? MUNICIPAL_COURT : SUPERIOR_COURT,
    counts: [],
  };
  for (const [i, charge] of charges.entries()) {
    const count = plainCount(charge);
    count.caseNumber = number;
    if (i === 0 || everyCount) count.ofn = number;
    if (convicts && (i === 0 || random.chance(0.3))) count.dispositions.push(convicted(random, charge, dateText));
    else count.dispositions.push(disposition(random.pick(DISMISSALS), dateText));
    step.counts.push(count);
  }
  return step;
}

export function plainCount(charge: ChargeText): CountPlan {
  return {
    charge,
    text: charge.text,
    comment: '',
    toc: charge.toc,
    caseNumber: '',
    ofn: '',
    courtCase: '',
    dispositions: [],
    doubts: [],
  };
}

export function disposition([text, code]: readonly [string, string], dateText: string): DispositionPlan {
  return { text, code, convicted: false, severity: '', severityText: '', dateText, sentences: [] };
}

/** A conviction with the sentence that fits its severity; one row a sentence part. */
export function convicted(random: Random, charge: ChargeText, dateText: string): DispositionPlan {
  const severity: PlannedSeverity =
    charge.toc === 'I' ? 'INFRACTION' : charge.toc === 'M' || random.chance(0.15) ? 'MISDEMEANOR' : 'FELONY';
  const sentences: SentencePlan[] = [];
  const part = (code: string, place: string, length: number, unit: SentencePlan['unit']) =>
    sentences.push({ place: [code, place], length: length === 0 ? '' : String(length), unit });
  let text = 'CONVICTED';
  if (severity === 'INFRACTION') {
    part('F', 'FINE', 0, '');
    text = 'CONVICTED-FINE';
  } else if (severity === 'FELONY' && random.chance(0.25)) {
    const months = random.pick([16, 24, 36]);
    if (months === 16) part('P', 'PRISON', 16, 'M');
    else part('P', 'PRISON', months / 12, 'Y');
    text = 'CONVICTED-PRISON';
  } else {
    part(
      'R',
      'PROBATION',
      severity === 'FELONY' ? random.pick([3, 5]) : random.pick([12, 24, 36]),
      severity === 'FELONY' ? 'Y' : 'M',
    );
    text = 'CONVICTED-PROBATION';
    if (random.chance(0.65)) {
      part('J', 'JAIL', random.pick([10, 30, 45, 90, 180, 365]), 'D');
      text = 'CONVICTED-PROB/JAIL';
    }
    if (random.chance(0.35)) part('F', 'FINE', 0, '');
  }
  return { text, code: '3000', convicted: true, severity, severityText: severity, dateText, sentences };
}
