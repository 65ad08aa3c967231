import { type Charge, type Offence, type Verdict } from '@clearway/record';

export type CannabisSection = '11357' | '11358' | '11359' | '11360';
export const CANNABIS_SECTIONS: readonly CannabisSection[] = ['11357', '11358', '11359', '11360'];

/** What a charge has to do with Health and Safety Code 11357 to 11360. */
export interface CannabisReading {
  readonly verdict: Verdict;
  /** The offences that are, or may be, of these sections. */
  readonly offences: readonly Offence[];
}

const NONE: CannabisReading = { verdict: 'no', offences: [] };
const UNREADABLE: CannabisReading = { verdict: 'cannot-tell', offences: [] };
const NAMES_CANNABIS = /MARIJ|CANNABIS|HASHISH|(?<!\d)1135[789](?![\d.])|(?<!\d)11360(?![\d.])/i;
const remembered = new WeakMap<Charge, CannabisReading>();

/**
 * `yes` when every offence cited is of the four sections, `no` when none is; `cannot-tell` when only some are, when the
 * code letters are of another code, or when the charge is blank or names cannabis without a section.
 */
export function cannabisOf(charge: Charge): CannabisReading {
  const known = remembered.get(charge);
  if (known) return known;
  const reading = read(charge);
  remembered.set(charge, reading);
  return reading;
}

function read(charge: Charge): CannabisReading {
  if (charge.problem === 'blank' || charge.problem === 'see-comment') return UNREADABLE;
  if (charge.offences.length === 0) return NAMES_CANNABIS.test(charge.text) ? UNREADABLE : NONE;
  const named = charge.offences.filter((each) => isCannabisSection(each.section));
  if (named.length === 0) return NONE;
  const sure = named.length === charge.offences.length && named.every((each) => each.code === 'HS');
  return { verdict: sure ? 'yes' : 'cannot-tell', offences: named };
}

export function isCannabisSection(section: string): section is CannabisSection {
  return (CANNABIS_SECTIONS as readonly string[]).includes(section);
}
