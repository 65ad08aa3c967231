import { type DecidedConviction, type DecidedPerson, type Determination, type Outcome } from '@clearway/rules';

/** A determination with safe defaults: a felony that is dismissed by the statute, nothing open. */
export function determination(changes: Partial<Determination> = {}): Determination {
  return {
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
    trace: [
      { rule: 'felony', verdict: 'yes', facts: [] },
      { rule: 'dismiss-section', verdict: 'yes', facts: [] },
      { rule: 'deceased', verdict: 'no', facts: [] },
    ],
    ...changes,
  };
}

/** A determination that a question keeps open. */
export function inReview(
  outcomes: readonly Outcome[] = ['dismiss-and-seal', 'redesignate-misdemeanor'],
): Determination {
  return determination({
    outcome: 'review',
    relief: 'redesignate-misdemeanor',
    floor: 'redesignate-misdemeanor',
    questions: [
      { code: 'birth-date', answers: outcomes.map((outcome, i) => ({ answer: `answer ${i + 1}`, outcome })) },
    ],
    determination: '',
    reason: '',
  });
}

export function conviction(changes: Partial<DecidedConviction> = {}): DecidedConviction {
  return {
    key: '0:101002001000',
    row: { file: 0, row: 4, offset: 3200, line: 6 },
    offence: { code: 'HS', section: '11357', path: ['a'], qualifiers: [] },
    citation: 'HS 11357(a)',
    chargeText: 'POSSESS MARIJUANA',
    severity: 'felony',
    convictedOn: 20010615,
    court: { ori: 'CA019015J', name: 'CASC LOS ANGELES', county: 'LOS ANGELES' },
    prosecutor: 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
    caseNumbers: [{ number: 'BA624360', from: 'OFN' }],
    caseEffect: 'whole-case',
    determination: determination(),
    ...changes,
  };
}

/** One person of one conviction, alive, with nothing else on record. */
export function decidedPerson(changes: Partial<DecidedPerson> = {}): DecidedPerson {
  const convictions = changes.convictions ?? [conviction()];
  return {
    person: 'abcdefgh12345678',
    name: 'DOE,JANE Q',
    otherNames: [],
    ciis: ['A00000001'],
    subjectIds: ['21100000'],
    deceased: false,
    incomplete: false,
    problems: [],
    facts: {
      convictions: convictions.length,
      superStrikes: [],
      sexOffences: [],
      sexOffenderRegistration: false,
      lastConviction: Math.max(0, ...convictions.map(({ convictedOn }) => convictedOn)),
      prop64: convictions.length,
      bySection: { '11357': convictions.length, '11358': 0, '11359': 0, '11360': 0 },
    },
    record: convictions.map(({ key, severity, convictedOn, determination: { outcome } }) => ({
      key,
      severity,
      convictedOn,
      outcome,
    })),
    notes: [],
    ...changes,
    convictions,
  };
}
