import { MISSING_DATE, type History, type Step } from '@clearway/record';
import { type MatchKeys } from '../engine/determination';
import { type Conviction } from './convictions';

/** What the state's record of a conviction is found by: the person's numbers, and the arrest of its cycle. */
export function matchKeysOf({ cycle, count }: Pick<Conviction, 'cycle' | 'count'>, history: History): MatchKeys {
  const arrest = cycle.steps.find(({ type }) => type === 'arrest');
  return {
    // A conviction that only a court's own system has is the same person's.
    cii: history.subjects[cycle.subject]?.cii || (history.subjects.find((each) => each.cii !== '')?.cii ?? ''),
    birthDate: history.birthDates[0] ?? MISSING_DATE,
    arrestDate: arrest && arrest.date !== MISSING_DATE ? arrest.date : cycle.date,
    arrestingOri: arrest?.agency.ori ?? '',
    bookingNumber: arrest ? bookingOf(arrest) : '',
    chargeCode: count.chargeCode ?? '',
  };
}

function bookingOf({ counts }: Step): string {
  for (const { caseNumbers } of counts) for (const { number, from } of caseNumbers) if (from === 'OFN') return number;
  return '';
}
