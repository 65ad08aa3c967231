import { type Relief } from '../engine/relief';

/**
 * Everything that the statute asks about one conviction, fully known. A record seldom tells all of it: `reading/` finds which
 * values are possible, `deciding/` follows each of them.
 */
export interface Situation {
  /** What the court convicted of, the letter read by the law of the offence's day. */
  readonly offence: OffenceKind;
  /** Whether it was the offence itself. */
  readonly form: 'offence' | 'attempt' | 'conspiracy';
  /** Whether HS 11361.8 names the section, or only its predecessor of before the recodification. */
  readonly section: 'named' | 'predecessor';
  /** Was the Act in force on the day of the offence? */
  readonly era: 'before-the-act' | 'under-the-act';
  /** Age on the day of the offence. */
  readonly age: 'under-18' | '18-to-20' | '21-and-over';
  /** Grade of the conviction as it stands. */
  readonly grade: 'felony' | 'misdemeanor' | 'infraction';
  /** Up to 28.5 g (8 g of concentrate), up to six plants; or more. */
  readonly amount: 'within-limit' | 'over-limit';
  /** More than 28.5 g, but at home and from six plants: HS 11362.2(a)(2). */
  readonly origin: 'elsewhere' | 'home-grown';
  /** What the People can hold against the person under 11358(d), 11359(c), 11360(a)(3). */
  readonly prior: 'none' | 'super-strike' | 'sex-offence' | 'two-of-the-section';
  /** Where the statute does not name the conviction: does 11361.8 reach it all the same? */
  readonly reach: 'reached' | 'not-reached';
  /** Which door of 11361.8: (a), (b) while a sentence is served, (e), (f) after. */
  readonly door: 'completed' | 'serving';
}

export type OffenceKind =
  | 'concentrate'
  | 'possession-up-to-an-ounce'
  | 'possession-over-an-ounce'
  | 'possession-at-school-adult'
  | 'possession-at-school-minor'
  | 'possession-before-1976'
  | 'cultivation'
  | 'possession-for-sale'
  | 'sale-or-transport'
  | 'gift-or-transport-up-to-an-ounce'
  | 'minor-involved'
  | 'accessory'
  | 'in-prison'
  | 'related'
  | 'another-offence';

export type FactName = keyof Situation;

/** What an attorney can find in a case file: a fact of the situation, or whether the count is a conviction at all. */
export type AnswerName = FactName | 'conviction';

/** What the Act would have made of the conduct. `felony`: it may be punished under PC 1170(h). */
export type Yardstick = 'lawful' | 'infraction' | 'misdemeanor' | 'felony';

/** A situation with what the yardstick provisions said about it: what the provisions of relief look at. */
export interface Measured extends Situation {
  readonly yardstick: Yardstick;
}

/** Every value of every fact, in the order in which they are tried. */
export const DOMAINS: { readonly [Name in FactName]: readonly Situation[Name][] } = {
  offence: [
    'concentrate',
    'possession-up-to-an-ounce',
    'possession-over-an-ounce',
    'possession-at-school-adult',
    'possession-at-school-minor',
    'possession-before-1976',
    'cultivation',
    'possession-for-sale',
    'sale-or-transport',
    'gift-or-transport-up-to-an-ounce',
    'minor-involved',
    'accessory',
    'in-prison',
    'related',
    'another-offence',
  ],
  form: ['offence', 'attempt', 'conspiracy'],
  section: ['named', 'predecessor'],
  era: ['before-the-act', 'under-the-act'],
  age: ['under-18', '18-to-20', '21-and-over'],
  grade: ['felony', 'misdemeanor', 'infraction'],
  amount: ['within-limit', 'over-limit'],
  origin: ['elsewhere', 'home-grown'],
  prior: ['none', 'super-strike', 'sex-offence', 'two-of-the-section'],
  reach: ['reached', 'not-reached'],
  door: ['completed', 'serving'],
};

export const FACT_NAMES = Object.keys(DOMAINS) as readonly FactName[];
export const ANSWER_NAMES: readonly AnswerName[] = [...FACT_NAMES, 'conviction'];

/** Offences of the four sections, as the law of the offence's day knew them. */
export const NAMED_OFFENCES: readonly OffenceKind[] = DOMAINS.offence.slice(0, 10);

/** Least first: is one grade lesser than another? */
export const GRADES: readonly Yardstick[] = ['lawful', 'infraction', 'misdemeanor', 'felony'];

export type { Relief };
