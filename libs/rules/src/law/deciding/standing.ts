import { type CalendarDate } from '@clearway/record';
import { type CaseFacts, type Challenge } from '../../engine/case-facts';
import { type Subject } from '../../engine/criterion';
import { type Relief, type Standing } from '../../engine/determination';
import { AS_KNOWN_TODAY, parameter, parameterExists } from '../../parameters/parameter';
import { type Readings } from '../reading/reading';

export function standingOf(
  { conviction, asOf }: Subject,
  facts: CaseFacts,
  relief: Relief,
  { door }: Pick<Readings, 'door'>,
): Standing {
  if (facts.granted !== undefined || conviction.standing === 'granted') return 'granted';
  if (conviction.standing === 'already-relieved') return 'already-relieved';
  if (facts.challenge && !isUnchallenged(facts) && isOpenTo(facts.challenge, door.possible)) return 'challenged';
  if (facts.onList === 'yes' && relief !== 'none' && isOverdue(asOf)) return 'order-overdue';
  return 'open';
}

/**
 * On the Department's list, and not challenged by July 1, 2020 (HS 11361.9(b), (c)): the court's duty stands, whatever a
 * prosecutor says later. A challenge without a day is not taken for a late one.
 */
export function isUnchallenged({ onList, challenge }: CaseFacts): boolean {
  if (onList !== 'yes') return false;
  return challenge === undefined || challenge.on > parameter('list.challenge-deadline', AS_KNOWN_TODAY).value;
}

/**
 * HS 11361.9(c): public safety is a ground only against a resentencing, so only while a sentence may still be served. That
 * the criteria are not met can be said through either door.
 */
function isOpenTo({ ground }: Challenge, doors: readonly string[]): boolean {
  return ground !== 'c1-public-safety' || doors.includes('serving');
}

/** HS 11361.9, AB 1706: no later than March 1, 2023. A deadline never times a person out: it only makes the order late. */
function isOverdue(asOf: CalendarDate): boolean {
  return parameterExists('list.order-deadline', asOf) && asOf > parameter('list.order-deadline', asOf).value;
}
