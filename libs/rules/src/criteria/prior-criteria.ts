import { printDate, type Offence } from '@clearway/record';
import {
  fact,
  found,
  NO_FACTS,
  numberArgument,
  type Criterion,
  type Fact,
  type FactsAsked,
  type Finding,
  type Subject,
} from '../engine/criterion';
import { isPerhapsRepeated, offenceOf, wasBefore, type Conviction } from '../person/convictions';
import { type ListedEvent, type Registration } from '../person/person-record';
import { dateFact } from './conviction-criteria';
import { unlessIncomplete } from '../engine/incomplete-record';

/** Tests of what happened before the conviction. A prior is of an earlier day; the same day is not a prior. */
export const PRIOR_CRITERIA: readonly Criterion[] = [
  {
    code: 'prior-super-strike',
    words: 'an offense of the super-strike list was convicted before this conviction',
    citation: 'PC 667(e)(2)(C)(iv); HS 11361.8',
    arguments: {},
    test: (subject) => anyBefore(subject, subject.person.superStrikes, 'super strike'),
  },
  {
    code: 'prior-sex-offence',
    words: 'an offense of the PC 290 list was convicted, or a registration under PC 290 made, before this conviction',
    citation: 'PC 290(c); HS 11361.8',
    arguments: {},
    test: (subject) => {
      const { sexOffences, registrations } = subject.person;
      const events = registrations.length === 0 ? sexOffences : [...sexOffences, ...registrations.map(asEvent)];
      return anyBefore(subject, events, 'PC 290');
    },
  },
  {
    code: 'priors-of-same-section',
    words: '{count} or more earlier convictions are of the same section',
    citation: 'HS 11358(d), 11359(c), 11360(a)(3)',
    arguments: { count: 'count' },
    test: (subject, args) => samePriors(subject, numberArgument(args, 'count')),
  },
];

function asEvent(registration: Registration): ListedEvent {
  return { ...registration, shown: 'registration', question: 'other-charge' };
}

function anyBefore(subject: Subject, events: readonly ListedEvent[], name: string): Finding {
  let open: ListedEvent | undefined;
  let openVerdict = '';
  for (const event of events) {
    const before = wasBefore(event.date, subject.conviction.date);
    if (before === 'no') continue;
    // A conviction is no prior of itself, also when its date is missing.
    if (event.row === subject.conviction.row) continue;
    if (before === 'yes' && event.verdict === 'yes') return found('yes', eventFacts(subject, event, name));
    if (!open) {
      open = event;
      openVerdict = before;
    }
  }
  if (open) {
    const question = openVerdict === 'cannot-tell' ? dateQuestion(subject) : open.question;
    return found('cannot-tell', openFacts(subject, open, name), question);
  }
  return unlessIncomplete(
    'no',
    () => [fact(name, events.length === 0 ? 'none on the record' : 'none earlier'), dateFact(subject)],
    subject.person.history,
  );
}

function dateQuestion(subject: Subject): string {
  const date = subject.conviction.date;
  return date === 0 || date % 100 === 0 ? 'conviction-date' : 'other-conviction-date';
}

function eventFact(event: ListedEvent, name: string): Fact {
  return fact(name, `${event.shown} ${printDate(event.date) || 'without a date'}`, event.row);
}

function eventFacts(subject: Subject, event: ListedEvent, name: string): FactsAsked {
  return () => [eventFact(event, name), dateFact(subject)];
}

function openFacts(subject: Subject, event: ListedEvent, name: string): FactsAsked {
  return () => {
    const condition = event.condition === undefined ? [] : [fact('condition', event.condition)];
    return [eventFact(event, name), ...condition, dateFact(subject)];
  };
}

function samePriors(subject: Subject, count: number): Finding {
  return priorsFound(subject, count, () => {
    const facts: Fact[] = [];
    priorsFound(subject, count, NO_FACTS, facts);
    facts.push(dateFact(subject));
    return facts;
  });
}

/** @param earlier takes a fact of each earlier conviction, for who asks */
function priorsFound(subject: Subject, count: number, facts: FactsAsked, earlier?: Fact[]): Finding {
  const own = offenceOf(subject.conviction);
  let certain = 0;
  let possible = 0;
  let open: Conviction | undefined;
  for (const each of subject.person.convictions) {
    if (each === subject.conviction) continue;
    const same = sameSection(each, own);
    if (same === 'no') continue;
    const before = wasBefore(each.date, subject.conviction.date);
    if (before === 'no') continue;
    possible += 1;
    earlier?.push(
      fact('earlier conviction', `${each.charge.text} ${printDate(each.date) || 'without a date'}`, each.row),
    );
    if (before === 'yes' && same === 'yes' && each.certain === 'yes' && !isPerhapsRepeated(each)) certain += 1;
    else open ??= each;
  }
  if (certain >= count) return found('yes', facts);
  if (possible < count) return unlessIncomplete('no', facts, subject.person.history);
  const question = open && sameSection(open, own) === 'yes' ? dateQuestion(subject) : 'other-charge';
  return found('cannot-tell', facts, question);
}

/** The same section with the same qualifiers: an attempt is not a prior conviction of the section itself. */
function sameSection(other: Conviction, own: Offence): 'yes' | 'no' | 'cannot-tell' {
  const offences = other.cannabis.offences;
  if (offences.length === 0) return other.cannabis.verdict === 'cannot-tell' ? 'cannot-tell' : 'no';
  let same = 0;
  for (const each of offences) {
    if (each.section === own.section && String(each.qualifiers) === String(own.qualifiers)) same += 1;
  }
  if (same === 0) return 'no';
  return same === offences.length && other.cannabis.verdict === 'yes' ? 'yes' : 'cannot-tell';
}
