import { type Agency, type Charge, type Count, type Cycle, type History, type Step } from '@clearway/record';

// Builders of synthetic histories: every field has a harmless value, and a test says only what matters to it.

export const aCourt = (given: Partial<Agency> = {}): Agency => ({
  ori: 'CA019013J',
  name: 'CASC LOS ANGELES',
  county: 'LOS ANGELES',
  ...given,
});

/** `11358 HS-CULTIVATE MARIJUANA` unless another section of the Health and Safety Code is named. */
export const aCharge = (section = '11358', given: Partial<Charge> = {}): Charge => ({
  text: `${section} HS-SYNTHETIC`,
  offences: [{ code: 'HS', section, path: [], qualifiers: [] }],
  ...given,
});

/** A felony conviction of 1 June 2010 with a case number, on the given row of the file. */
export const aCount = (row: number, given: Partial<Count> = {}): Count => ({
  order: '101002001000',
  rows: [{ file: 0, row, offset: row * 700, line: row + 1 }],
  charged: aCharge(),
  classOfCharge: 'F',
  dispositions: [
    {
      kind: 'convicted',
      text: 'CONVICTED',
      date: 20100601,
      dispositionDate: 20100601,
      severity: 'felony',
      severityText: 'FELONY',
      row: 0,
    },
  ],
  sentences: [],
  caseNumbers: [{ number: `SYN${row}`, from: 'OFN' }],
  ...given,
});

export const aStep = (counts: readonly Count[], given: Partial<Step> = {}): Step => ({
  order: '002',
  type: 'court-action',
  typeText: 'COURT ACTION',
  date: 20100601,
  agency: aCourt(),
  counts,
  ...given,
});

export const aCycle = (steps: readonly Step[], given: Partial<Cycle> = {}): Cycle => ({
  subject: 0,
  order: '101',
  date: 20100501,
  steps,
  ...given,
});

/** Person number `n`: one subject, born 1 January 1980, one conviction of HS 11358 on row `n`. */
export const aHistory = (n: number, given: Partial<History> = {}): History => ({
  person: `synthetic${String(n).padStart(7, '0')}`,
  subjects: [{ file: 0, subjectId: String(10_000_000 + n), cii: `A${String(n).padStart(9, '0')}` }],
  name: `SYNTHETIC,PERSON ${n}`,
  otherNames: [],
  sex: 'M',
  race: 'HISPANIC',
  birthDates: [19800101],
  deceased: false,
  incomplete: false,
  cycles: [aCycle([aStep([aCount(n)])])],
  problems: [],
  ...given,
});
