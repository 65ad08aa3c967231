import { type CalendarDate } from '@clearway/record';
import { type CaseFacts, type Challenge } from '../../engine/case-facts';
import { type Subject } from '../../engine/criterion';
import { type Relief, type Standing } from '../../engine/determination';
import { type Readings } from '../reading/reading';

/** HS 11361.9 as amended by AB 1706: the court's order on an unchallenged case of the list, no later than this day. */
const ORDER_DEADLINE = 20230301;

export function standingOf(
  { conviction, asOf }: Subject,
  facts: CaseFacts,
  relief: Relief,
  { door }: Pick<Readings, 'door'>,
): Standing {
  if (facts.granted !== undefined || conviction.standing === 'granted') return 'granted';
  if (conviction.standing === 'already-relieved') return 'already-relieved';
  if (facts.challenge && isOpenTo(facts.challenge, door.possible)) return 'challenged';
  if (facts.onList === 'yes' && relief !== 'none' && isOverdue(asOf)) return 'order-overdue';
  return 'open';
}

/**
 * HS 11361.9(c): public safety is a ground only against a resentencing, so only while a sentence may still be served. That
 * the criteria are not met can be said through either door.
 */
function isOpenTo({ ground }: Challenge, doors: readonly string[]): boolean {
  return ground !== 'c1-public-safety' || doors.includes('serving');
}

/** A deadline never times a person out: it only makes the court's order late. */
function isOverdue(asOf: CalendarDate): boolean {
  return asOf > ORDER_DEADLINE;
}
