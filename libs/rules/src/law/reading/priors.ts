import { earliestDay, latestDay, printDate, type Verdict } from '@clearway/record';
import { fact, type Fact } from '../../engine/criterion';
import { offenceOf, type Conviction } from '../../person/convictions';
import { type ListedEvent } from '../../person/person-record';
import { parameter } from '../../parameters/parameter';
import { type Situation } from '../situation';
import { offenceDateOf, type OffenceDate } from './offence-date';
import { known, open, presumed, type Reading, type ReadingSubject } from './reading';

type Prior = Situation['prior'];

/** What was found so far; the first that is certain decides. */
interface Found {
  certain?: Prior;
  /** The record leaves it open: a date, a charge that cannot be read. */
  open?: { readonly prior: Prior; readonly ask: string };
  /** The People may prove it: a challenge, not a bar. */
  challenge?: { readonly prior: Prior; readonly ask: string };
  readonly evidence: Fact[];
}

/**
 * What can be held against the person under 11358(d), 11359(c), 11360(a)(3). A prior exists before the cannabis offence (People v.
 * Smit (2018) 24 Cal.App.5th 596): another count of the case, and what was convicted between the offence and the plea, is
 * none. A listed section whose condition no row shows (force, intent, age), and a registration, are challenges that the
 * People may bring. A rejected row, a charge that cannot be read and a missing date are questions.
 */
export function readPrior(subject: ReadingSubject): Reading<Prior> {
  const { person, conviction } = subject;
  const date = offenceDateOf(conviction);
  const found: Found = { evidence: [] };
  for (const event of person.superStrikes) weigh(found, event, 'super-strike', date, conviction);
  for (const event of person.sexOffences) weigh(found, event, 'sex-offence', date, conviction);
  for (const each of person.registrations) {
    if (before(each.date, date) === 'no') continue;
    found.evidence.push(fact('registration under PC 290', printDate(each.date) || 'without a date', each.row));
    found.challenge ??= { prior: 'sex-offence', ask: 'challenge-registration' };
  }
  priorsOfTheSection(subject, date, found);
  if (found.evidence.length === 0) found.evidence.push(fact('prior', 'none before the offence'));
  found.evidence.push(date.evidence);
  return readingOf(found, person.history.incomplete);
}

function readingOf(found: Found, incomplete: boolean): Reading<Prior> {
  if (found.certain) return known(found.certain, found.evidence);
  if (found.open) return open(['none', found.open.prior], found.open.ask, found.evidence);
  if (incomplete) return open(['none', 'super-strike'], 'record-incomplete', found.evidence);
  if (found.challenge) {
    return presumed('none', ['none', found.challenge.prior], found.evidence, found.challenge.ask);
  }
  return known('none', found.evidence);
}

function weigh(found: Found, event: ListedEvent, prior: Prior, date: OffenceDate, conviction: Conviction): void {
  if (event.row === conviction.row) return;
  const order = before(event.date, date);
  if (order === 'no') {
    if (event.verdict === 'yes') {
      found.evidence.push(fact(`${prior}, not before the offence`, shownOf(event), event.row));
    }
    return;
  }
  found.evidence.push(fact(prior, shownOf(event), event.row));
  if (event.condition !== undefined) {
    found.evidence.push(fact('condition', event.condition));
    found.challenge ??= { prior, ask: prior === 'super-strike' ? 'challenge-super-strike' : 'challenge-sex-offence' };
  } else if (order === 'yes' && event.verdict === 'yes') found.certain ??= prior;
  else found.open ??= { prior, ask: order === 'yes' ? event.question : 'other-conviction-date' };
}

function shownOf(event: ListedEvent): string {
  return `${event.shown} ${printDate(event.date) || 'without a date'}`;
}

/** Was it convicted before the offence? The day of the offence itself is not before. */
function before(other: number, { first, last }: OffenceDate): Verdict {
  if (other !== 0 && latestDay(other) < first) return 'yes';
  return other !== 0 && earliestDay(other) >= last ? 'no' : 'cannot-tell';
}

function priorsOfTheSection(
  { conviction, person, statute, asOf }: ReadingSubject,
  date: OffenceDate,
  found: Found,
): void {
  if (statute.priorsOfTheSection === 'ignore') return;
  const { section, qualifiers } = offenceOf(conviction);
  if (qualifiers.length > 0) return;
  let certain = 0;
  let possible = 0;
  const evidence: Fact[] = [];
  for (const each of person.convictions) {
    if (each === conviction || each.cannabis.verdict === 'no') continue;
    const own = each.cannabis.offences.find((one) => one.section === section && one.qualifiers.length === 0);
    if (!own) continue;
    const order = before(each.date, date);
    if (order === 'no') continue;
    possible += 1;
    if (order === 'yes' && each.certain === 'yes') certain += 1;
    evidence.push(
      fact(
        'earlier conviction of the section',
        `${each.charge.text} ${printDate(each.date) || 'without a date'}`,
        each.row,
      ),
    );
  }
  const needed = parameter('priors.same-section', asOf).value;
  if (possible < needed) return;
  found.evidence.push(...evidence);
  if (statute.priorsOfTheSection === 'challenge') {
    found.challenge ??= { prior: 'two-of-the-section', ask: 'challenge-priors-of-the-section' };
  } else if (certain >= needed) found.certain ??= 'two-of-the-section';
  else found.open ??= { prior: 'two-of-the-section', ask: 'other-conviction-date' };
}
