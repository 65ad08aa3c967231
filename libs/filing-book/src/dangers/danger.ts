/** What somebody who signs must know, the gravest first. A code once given out keeps its meaning. */
export const DANGERS = [
  'two-identities',
  'who-is-who-open',
  'name-differs',
  'case-number-cut',
  'serving',
  'maybe-serving',
  'super-strike-open',
  'registration-290-open',
  'victim-notice',
  'authority-missing',
  'two-batches',
  'super-strike-on-record',
  'registration-290-on-record',
  'co-defendants',
  'other-names',
  'floor-only',
] as const;
export type Danger = (typeof DANGERS)[number];

/** Of each danger what it is, and what to do before the name is signed. */
export const DANGER_WORDS: Readonly<Record<Danger, { readonly what: string; readonly todo: string }>> = {
  'two-identities': {
    what: 'The record may join two people: one subject with two CIIs, two full birth dates, or names that have no word in common.',
    todo: 'Compare prints or the booking photograph. If they are two, take the line out and have the state separate the records.',
  },
  'who-is-who-open': {
    what: 'It is open whether another record is of this person: then one conviction may stand in the papers twice, once for each record.',
    todo: 'Answer the question of same_person.csv (clearway review) and run again, or take one of the two lines out.',
  },
  'name-differs': {
    what: 'The name on the paper is not the name in the record.',
    todo: 'Hold the packet back and report it: papers print the name of the record.',
  },
  'case-number-cut': {
    what: 'The case number is shorter than the others of its export and stands there as a number: zeros in front are probably lost.',
    todo: 'Look the case up. Have the column exported as text, or say its digits in the mapping, and run again; else the paper names another case.',
  },
  serving: {
    what: 'The relief is of 11361.8(a), (b): the sentence is being served.',
    todo: 'Confirm custody or supervision today; give the jail or prison and the probation officer a copy of the order.',
  },
  'maybe-serving': {
    what: 'The record does not show when the sentence ends.',
    todo: "Look in the court's minutes. While it is served the relief is of 11361.8(a), (b), with the test of public safety.",
  },
  'super-strike-open': {
    what: 'A question about a listed offense (PC 667(e)(2)(C)(iv)) or another charge is open.',
    todo: 'Decide whether the People challenge, with evidence (clearway review). Without a challenge the line is filed.',
  },
  'registration-290-open': {
    what: 'A question about PC 290(c) is open.',
    todo: 'Look up the conviction behind the registration, and decide whether the People challenge (clearway review).',
  },
  'victim-notice': {
    what: 'The court resentences: a victim may be heard (Cal. Const., art. I, sec. 28(b)).',
    todo: 'Have the victim services unit give notice to a victim who asked for it, before the hearing, and note it in the file.',
  },
  'authority-missing': {
    what: 'The relief is more than the statute gives, and its authority is not written.',
    todo: 'Counsel writes the authority into the policy, and the papers are made again.',
  },
  'two-batches': {
    what: 'The same case stands in the batches of two agencies.',
    todo: 'Agree with the other agency who files which count, so that the court gets one order for a count.',
  },
  'super-strike-on-record': {
    what: 'The person has a conviction of PC 667(e)(2)(C)(iv). It bars nothing by itself.',
    todo: 'Know it before the hearing; a challenge needs a recorded decision with evidence.',
  },
  'registration-290-on-record': {
    what: 'The person has a conviction or registration of PC 290. It bars nothing by itself.',
    todo: 'Know it before the hearing; a challenge needs a recorded decision with evidence.',
  },
  'co-defendants': {
    what: 'Several people are convicted in this case.',
    todo: 'See that the order names this defendant alone, and that the clerk does not seal the case of the others.',
  },
  'other-names': {
    what: 'The person is known by other names: the court may have the case under one of them.',
    todo: 'Search the case under the other names where the court does not find it.',
  },
  'floor-only': {
    what: 'A question is open: what is filed is the least that holds under every answer.',
    todo: 'Answer the question (clearway review); more may follow, and the person is told that it may.',
  },
};
