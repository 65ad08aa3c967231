import { type CaseNumber, type PartialDate } from '@clearway/record';
import { type CaseEffect, type DecidedConviction, type DecidedPerson, type Determination, type Question, type Relief, type Standing } from '@clearway/rules';

/** What a test says about a conviction; the rest is ordinary. */
export interface SampleConviction {
  readonly relief?: Relief;
  readonly authority?: string;
  readonly standing?: Standing;
  readonly questions?: readonly Question[];
  readonly caseNumbers?: readonly CaseNumber[];
  readonly case?: string;
  readonly court?: string;
  readonly ori?: string;
  readonly prosecutor?: string;
  readonly citation?: string;
  readonly chargeText?: string;
  readonly convictedOn?: PartialDate;
  readonly caseEffect?: CaseEffect;
  readonly count?: number;
  readonly row?: number;
}

/** A decided person for tests: synthetic, with as many convictions as given. */
export function samplePerson(person: string, name: string, convictions: readonly SampleConviction[]): DecidedPerson {
  const decided = convictions.map((conviction, i) => sampleConviction(conviction, i));
  return {
    person,
    name,
    otherNames: [],
    ciis: ['A99999999'],
    subjectIds: ['12345678'],
    deceased: false,
    incomplete: false,
    problems: [],
    convictions: decided,
    facts: {
      convictions: decided.length,
      superStrikes: [],
      sexOffences: [],
      sexOffenderRegistration: false,
      lastConviction: 0,
      prop64: decided.length,
      bySection: { '11357': 0, '11358': 0, '11359': decided.length, '11360': 0 },
    },
    record: [],
    notes: [],
  };
}

function sampleConviction(sample: SampleConviction, index: number): DecidedConviction {
  const { relief = 'dismiss-and-seal', standing = 'open', questions = [], caseEffect = 'one-count', count = index + 1, row = index } = sample;
  const determination: Determination = {
    outcome: relief === 'none' ? 'not-eligible' : relief,
    relief,
    floor: relief,
    questions,
    standing,
    determination: 'Eligible for Dismissal',
    reason: 'Dismiss all HS 11359 convictions',
    decidedBy: [],
    authority: sample.authority ?? '',
    otherRemedies: [],
    trace: [],
  };
  return {
    key: `0:101002${String(count).padStart(3, '0')}000`,
    row: { file: 0, row, offset: row * 800, line: row + 2 },
    offence: { code: 'HS', section: '11359', path: [], qualifiers: [] },
    citation: sample.citation ?? 'HS 11359',
    chargeText: sample.chargeText ?? 'POSSESS MARIJUANA FOR SALE',
    severity: 'felony',
    convictedOn: sample.convictedOn ?? 19980312,
    court: { ori: sample.ori ?? 'CA019115J', name: sample.court ?? 'CASC LOS ANGELES COMPTON', county: 'LOS ANGELES' },
    prosecutor: sample.prosecutor ?? 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
    caseNumbers: sample.caseNumbers ?? [{ number: sample.case ?? 'BA624360', from: 'OFN' }],
    caseEffect,
    determination,
  };
}
