import { type AnswerName } from './situation';

/** What a value of a fact means, as the answer to a question about it. */
const WORDS: { readonly [Name in AnswerName]?: Readonly<Record<string, string>> } = {
  offence: {
    concentrate: 'concentrated cannabis, old HS 11357(a)',
    'possession-up-to-an-ounce': 'up to 28.5 grams, old HS 11357(b)',
    'possession-over-an-ounce': 'more than 28.5 grams, old HS 11357(c)',
    'possession-at-school-adult': 'at a school, by an adult, old HS 11357(d)',
    'possession-at-school-minor': 'at a school, under 18, old HS 11357(e)',
    'possession-before-1976': 'possession, as it stood before 1976',
    cultivation: 'cultivation, HS 11358',
    'possession-for-sale': 'possession for sale, HS 11359',
    'sale-or-transport': 'sale or transport, old HS 11360(a)',
    'gift-or-transport-up-to-an-ounce': 'gift or transport of up to 28.5 grams, old HS 11360(b)',
    'minor-involved': 'a minor used or sold to, HS 11361',
    accessory: 'accessory, PC 32',
    'in-prison': 'in prison, PC 4573 and following',
    related: 'a plea to a related section',
    'another-offence': 'another section, not of cannabis',
  },
  form: { offence: 'the offense itself', attempt: 'an attempt (PC 664)', conspiracy: 'a conspiracy (PC 182)' },
  era: {
    'before-the-act': 'the offense was before November 9, 2016',
    'under-the-act': 'the offense was on November 9, 2016 or later',
  },
  age: {
    'under-18': 'under 18 at the offense',
    '18-to-20': '18 to 20 at the offense',
    '21-and-over': '21 or over at the offense',
  },
  grade: { felony: 'a felony', misdemeanor: 'a misdemeanor', infraction: 'an infraction' },
  amount: { 'within-limit': 'within the limit', 'over-limit': 'over the limit' },
  origin: {
    elsewhere: 'not at home, or not from six plants',
    'home-grown': 'at home, and from up to six plants',
  },
  prior: {
    none: 'no such prior, or the People do not prove it',
    'super-strike': 'a prior of PC 667(e)(2)(C)(iv), proved',
    'sex-offence': 'a prior of PC 290(c), proved',
    'two-of-the-section': 'two or more priors of the section, proved',
  },
  reach: { reached: 'HS 11361.8 reaches it', 'not-reached': 'HS 11361.8 does not reach it' },
  conviction: {
    convicted: 'a court convicted',
    'not-convicted': 'no conviction: dismissed, acquitted, or never charged',
  },
  door: { completed: 'the sentence is completed', serving: 'the sentence is still served' },
};

export function factValueWords(name: AnswerName, value: string): string {
  return WORDS[name]?.[value] ?? value.replace(/-/g, ' ');
}
