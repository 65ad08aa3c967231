import { type FactName, type OffenceKind, type Situation } from '../situation';

/** How each offence is written on a charge, by the law of its day. */
export const AS_WRITTEN: Readonly<Record<OffenceKind, string>> = {
  concentrate: 'HS 11357(a), of 1976 to 2016-11-08: concentrated cannabis',
  'possession-up-to-an-ounce': 'HS 11357(b), of 1976 to 2016-11-08: up to 28.5 grams',
  'possession-over-an-ounce': 'HS 11357(c), of 1976 to 2016-11-08: more than 28.5 grams',
  'possession-at-school-adult': 'HS 11357(d), of 1976 to 2016-11-08: at a school, 18 and over',
  'possession-at-school-minor': 'HS 11357(e), of 1976 to 2016-11-08: at a school, under 18',
  'possession-before-1976': 'HS 11357 of before 1976, HS 11530: possession of any amount',
  cultivation: 'HS 11358, HS 11530.1: cultivation',
  'possession-for-sale': 'HS 11359, HS 11530.5: possession for sale',
  'sale-or-transport': 'HS 11360(a), HS 11531: sale or transport',
  'gift-or-transport-up-to-an-ounce': 'HS 11360(b): gift or transport of up to 28.5 grams',
  'minor-involved': 'HS 11361, HS 11532 of before 1974: a minor used, or sold to',
  accessory: 'PC 32: accessory, in a case of cannabis',
  'in-prison': 'PC 4573 to 4573.9: cannabis in prison or jail',
  related: 'HS 11364, 11364.7, 11365, 11366, 11366.5, 11379.6, VC 23222, bare PC 182 and 664, in a case of cannabis',
  'another-offence': 'a charge that cites a cannabis section and another one, and was of the other',
};

/** The columns that say in which situation a row stands. */
export const SITUATION_COLUMNS: readonly { readonly fact: FactName; readonly head: string }[] = [
  { fact: 'offence', head: 'section as written' },
  { fact: 'form', head: 'form' },
  { fact: 'section', head: 'new or old number' },
  { fact: 'era', head: 'era of the offense' },
  { fact: 'grade', head: 'grade of the conviction' },
  { fact: 'age', head: 'age at the offense' },
  { fact: 'amount', head: 'amount' },
  { fact: 'origin', head: 'where it came from' },
  { fact: 'prior', head: 'prior' },
  { fact: 'reach', head: 'reached, where the statute does not name it' },
  { fact: 'door', head: 'door' },
];

type Words = { readonly [Name in FactName]?: { readonly [Value in Situation[Name]]: string } };

export const WORDS: Words = {
  offence: AS_WRITTEN,
  form: { offence: 'the offense itself', attempt: 'attempt, PC 664', conspiracy: 'conspiracy, PC 182' },
  section: { named: 'new number', predecessor: 'old number, until 1973' },
  era: { 'before-the-act': 'before 2016-11-09', 'under-the-act': '2016-11-09 or later' },
  grade: { felony: 'felony', misdemeanor: 'misdemeanor', infraction: 'infraction' },
  age: { 'under-18': 'under 18', '18-to-20': '18 to 20', '21-and-over': '21 and over' },
  amount: { 'within-limit': 'within the limit (presumed)', 'over-limit': 'over the limit (proved)' },
  origin: { elsewhere: 'elsewhere', 'home-grown': 'at home, from six plants' },
  prior: {
    none: 'none before the offense',
    'super-strike': 'PC 667(e)(2)(C)(iv)',
    'sex-offence': 'PC 290(c)',
    'two-of-the-section': 'two of the section',
  },
  reach: { reached: 'reached', 'not-reached': 'not reached' },
  door: { completed: '(e), (f): sentence completed', serving: '(a), (b): sentence served' },
};
