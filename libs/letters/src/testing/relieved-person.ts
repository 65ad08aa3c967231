import { type DecidedConviction, type DecidedPerson, type Determination } from '@clearway/rules';

const DETERMINATION: Determination = {
  outcome: 'dismiss-and-seal',
  relief: 'dismiss-and-seal',
  floor: 'dismiss-and-seal',
  questions: [],
  standing: 'open',
  determination: 'Eligible for Dismissal',
  reason: 'Dismiss all HS 11357 convictions',
  decidedBy: [],
  authority: '',
  otherRemedies: [],
  trace: [],
};

export function relievedConviction(
  changes: Partial<DecidedConviction> = {},
  determination: Partial<Determination> = {},
): DecidedConviction {
  return {
    key: '0:101002001000',
    row: { file: 0, row: 0, offset: 0, line: 2 },
    offence: { code: 'HS', section: '11357', path: ['a'], qualifiers: [] },
    citation: 'HS 11357(a)',
    chargeText: 'POSSESS MARIJUANA',
    severity: 'felony',
    convictedOn: 20010615,
    court: { ori: '', name: 'CASC FRESNO', county: 'FRESNO' },
    prosecutor: 'FRESNO COUNTY DISTRICT ATTORNEY',
    caseNumbers: [{ number: '0012', from: 'OFN' }],
    caseEffect: 'whole-case',
    ...changes,
    determination: { ...DETERMINATION, ...determination },
  };
}

/** A person with one dismissed conviction. */
export function relievedPerson(changes: Partial<DecidedPerson> = {}): DecidedPerson {
  return {
    person: 'p1',
    name: 'DOE,JANE Q',
    otherNames: [],
    ciis: ['A1'],
    subjectIds: ['100'],
    deceased: false,
    incomplete: false,
    problems: [],
    convictions: [relievedConviction()],
    facts: {
      convictions: 1,
      superStrikes: [],
      sexOffences: [],
      sexOffenderRegistration: false,
      lastConviction: 20010615,
      prop64: 1,
      bySection: { '11357': 1, '11358': 0, '11359': 0, '11360': 0 },
    },
    record: [],
    notes: [],
    ...changes,
  };
}
