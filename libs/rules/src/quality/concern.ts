import { type Defect } from '@clearway/record';
import { type DecidedConviction } from '../engine/determination';

/** Questions of a conviction that its own values could answer; the others are the case file's, the law's or the People's. */
const OWN: Readonly<Record<Defect['field'], readonly string[]>> = {
  disposition: [],
  'conviction-date': ['conviction-date', 'offence-date', 'birth-date', 'sentence'],
  'arrest-date': ['offence-date', 'conviction-date', 'birth-date'],
  'birth-date': ['birth-date'],
  severity: ['severity'],
  section: ['section', 'form'],
  'case-number': [],
  '': ['record-incomplete', 'court-code', 'other-record'],
};
/** Questions of a conviction that the values of another could answer. */
const OTHER: Readonly<Partial<Record<Defect['field'], readonly string[]>>> = {
  'conviction-date': ['other-conviction-date', 'sentence'],
  disposition: ['other-conviction', 'disputed-prior'],
  severity: ['severity'],
  section: ['other-charge'],
};
const ALL = new Set([...Object.values(OWN), ...Object.values(OTHER)].flat());
const PERSONAL: readonly Defect['field'][] = ['birth-date', ''];

/** Which convictions a mended value could help: those with a question that it may answer, and counts of which nobody knows the end. */
export class Concern {
  /** Every conviction that some value of the record could help. */
  readonly all: ReadonlySet<string>;
  private readonly questions = new Map<string, readonly string[]>();

  constructor(defects: readonly Defect[], now: readonly Pick<DecidedConviction, 'key' | 'determination'>[]) {
    const all = new Set<string>();
    for (const { key, determination } of now) {
      const codes = determination.questions.map(({ code }) => code);
      if (!codes.some((code) => ALL.has(code))) continue;
      this.questions.set(key, codes);
      all.add(key);
    }
    for (const defect of defects) if (mayConvict(defect)) all.add(defect.key);
    this.all = all;
  }

  of(defect: Defect): ReadonlySet<string> {
    const { key, field } = defect;
    const found = new Set<string>();
    if (mayConvict(defect)) found.add(key);
    for (const [conviction, codes] of this.questions) {
      const asked =
        PERSONAL.includes(field) || conviction === key || sameCycle(field, conviction, key)
          ? OWN[field]
          : (OTHER[field] ?? []);
      if (codes.some((code) => asked.includes(code))) found.add(conviction);
    }
    return found;
  }
}

/** Nobody knows whether the count is a conviction. */
function mayConvict({ field, kind }: Defect): boolean {
  return field === 'disposition' || kind === 'unknown-court-code';
}

/** An arrest is that of every count of its cycle. */
function sameCycle(field: Defect['field'], one: string, other: string): boolean {
  return field === 'arrest-date' && one.slice(0, -9) === other.slice(0, -9);
}
