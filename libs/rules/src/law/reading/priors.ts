import {
  earliestDay,
  type History,
  isFullDate,
  latestDay,
  printDate,
  type Offence,
  type Verdict,
} from '@clearway/record';
import { fact, type Fact, type FactsAsked } from '../../engine/criterion';
import { incompleteQuestion } from '../../engine/incomplete-record';
import { isPerhapsRepeated, offenceOf, type Conviction } from '../../person/convictions';
import { type ListedEvent } from '../../person/person-record';
import { questionOfUncertain } from '../../sources/disputed';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { type Situation } from '../situation';
import { offenceDateAsOf, type OffenceDate } from './offence-date';
import { known, open, presumed, type Reading, type ReadingSubject } from './reading';

type Prior = Situation['prior'];

const NEEDED = parameter('priors.same-section', AS_KNOWN_TODAY).value;
/** As an explanation names what it found. */
const PRIOR_WORDS: Readonly<Record<Prior, string>> = {
  none: 'prior',
  'super-strike': 'super strike',
  'sex-offence': 'sex offense of PC 290(c)',
  'two-of-the-section': 'earlier conviction of the section',
};

/** What was found so far; the first that is certain decides. */
interface Found {
  certain: Prior | undefined;
  /** The record leaves it open: a date, a charge that cannot be read. */
  open: { readonly prior: Prior; readonly ask: string } | undefined;
  /** The People may prove it: a challenge, not a bar. */
  challenge: { readonly prior: Prior; readonly ask: string } | undefined;
  /** Takes what was looked at, for who asks. */
  readonly evidence: Fact[] | undefined;
}

/**
 * What can be held against the person under 11358(d), 11359(c), 11360(a)(3). A prior exists before the cannabis offence (People v.
 * Smit (2018) 24 Cal.App.5th 596): another count of the case, and what was convicted between the offence and the plea, is
 * none. A listed section whose condition no row shows (force, intent, age), and a registration, are challenges that the
 * People may bring. A rejected row, a charge that cannot be read and a missing date are questions.
 */
export function readPrior(subject: ReadingSubject): Reading<Prior> {
  const date = offenceDateAsOf(subject.conviction, subject.asOf);
  const evidence: FactsAsked = () => {
    const facts: Fact[] = [];
    findPriors(subject, date, facts);
    if (facts.length === 0) facts.push(fact('prior', 'none before the offense'));
    facts.push(date.evidence());
    return facts;
  };
  return readingOf(findPriors(subject, date), evidence, subject.person.history, subject.unchallenged);
}

function findPriors(subject: ReadingSubject, date: OffenceDate, evidence?: Fact[]): Found {
  const { person, conviction } = subject;
  const found: Found = { certain: undefined, open: undefined, challenge: undefined, evidence };
  for (const event of person.superStrikes) weigh(found, event, 'super-strike', date, conviction);
  for (const event of person.sexOffences) weigh(found, event, 'sex-offence', date, conviction);
  for (const each of person.registrations) {
    if (before(each.date, date) === 'no') continue;
    evidence?.push(fact('registration under PC 290', printDate(each.date) || 'without a date', each.row));
    found.challenge ??= { prior: 'sex-offence', ask: 'challenge-registration' };
  }
  priorsOfTheSection(subject, date, found);
  return found;
}

/** On the list and not challenged in time: the People may hold nothing against the person now, but the record shows it. */
function unchallengedReading({ certain, open: doubtful, challenge }: Found, evidence: FactsAsked): Reading<Prior> {
  const prior = certain ?? doubtful?.prior ?? challenge?.prior;
  if (prior === undefined) return known('none', evidence);
  const waived = 'none by July 1, 2020, of a case on the list (HS 11361.9)';
  return presumed('none', ['none', prior], () => [...evidence(), fact('challenge', waived)]);
}

function readingOf(found: Found, evidence: FactsAsked, history: History, unchallenged: boolean): Reading<Prior> {
  if (unchallenged) return unchallengedReading(found, evidence);
  if (found.certain) return known(found.certain, evidence);
  if (found.open) return open(['none', found.open.prior], found.open.ask, evidence);
  if (history.incomplete) return open(['none', 'super-strike'], incompleteQuestion(history), evidence);
  if (found.challenge) {
    return presumed('none', ['none', found.challenge.prior], evidence, found.challenge.ask);
  }
  return known('none', evidence);
}

function weigh(found: Found, event: ListedEvent, prior: Prior, date: OffenceDate, conviction: Conviction): void {
  if (event.row === conviction.row) return;
  const order = before(event.date, date);
  if (order === 'no') {
    if (event.verdict === 'yes') {
      found.evidence?.push(fact(`${PRIOR_WORDS[prior]}, not before the offense`, shownOf(event), event.row));
    }
    return;
  }
  found.evidence?.push(fact(PRIOR_WORDS[prior], shownOf(event), event.row));
  if (event.condition !== undefined) {
    found.evidence?.push(fact('condition', event.condition));
    found.challenge ??= { prior, ask: prior === 'super-strike' ? 'challenge-super-strike' : 'challenge-sex-offence' };
  } else if (order === 'yes' && event.verdict === 'yes') found.certain ??= prior;
  else found.open ??= { prior, ask: order === 'yes' ? event.question : dateQuestion(event.date, date) };
}

/** Whose day is not known: that of the other conviction, or that of the offence. */
function dateQuestion(other: number, { basis }: OffenceDate): string {
  if (!isFullDate(other)) return 'other-conviction-date';
  return basis === 'nothing' ? 'conviction-date' : 'offence-date';
}

function shownOf(event: ListedEvent): string {
  return `${event.shown} ${printDate(event.date) || 'without a date'}`;
}

/** Was it convicted before the offence? The day of the offence itself is not before. */
function before(other: number, { first, last }: OffenceDate): Verdict {
  if (other !== 0 && latestDay(other) < first) return 'yes';
  return other !== 0 && earliestDay(other) >= last ? 'no' : 'cannot-tell';
}

/**
 * 11360(a)(3)(B) counts priors "under paragraph (2)" of (a) only: a gift or transport of up to 28.5 grams, (b), is none, and an
 * attempt is not the offence.
 */
function isPriorOf(section: string, other: Offence): boolean {
  if (other.section !== section || other.qualifiers.length > 0) return false;
  return section !== '11360' || other.path[0] !== 'b';
}

function priorsOfTheSection({ conviction, person, statute }: ReadingSubject, date: OffenceDate, found: Found): void {
  if (statute.priorsOfTheSection === 'ignore') return;
  const { section, qualifiers } = offenceOf(conviction);
  if (qualifiers.length > 0) return;
  let certain = 0;
  let openDate = 'other-conviction';
  const earlier: Conviction[] = [];
  for (const each of person.convictions) {
    if (each === conviction || each.cannabis.verdict === 'no') continue;
    if (!each.cannabis.offences.some((one) => isPriorOf(section, one))) continue;
    const order = before(each.date, date);
    if (order === 'no') continue;
    if (order === 'cannot-tell') openDate = dateQuestion(each.date, date);
    else if (each.certain !== 'yes' && openDate === 'other-conviction') openDate = questionOfUncertain(each);
    if (order === 'yes' && each.certain === 'yes' && !isPerhapsRepeated(each)) certain += 1;
    earlier.push(each);
  }
  if (earlier.length < NEEDED) return;
  for (const each of found.evidence ? earlier : []) {
    const words = `${each.charge.text} ${printDate(each.date) || 'without a date'}`;
    found.evidence?.push(fact('earlier conviction of the section', words, each.row));
  }
  if (statute.priorsOfTheSection === 'challenge') {
    found.challenge ??= { prior: 'two-of-the-section', ask: 'challenge-priors-of-the-section' };
  } else if (certain >= NEEDED) found.certain ??= 'two-of-the-section';
  else found.open ??= { prior: 'two-of-the-section', ask: openDate };
}
