import { addYears, earliestDay, latestDay, type CalendarDate, type Offence, type Verdict } from '@clearway/record';
import { type Conviction } from '../../person/convictions';
import { type OffenceKind } from '../situation';
import { readOffenceKind } from './offence-kind';
import { predecessorKind, predecessorsOf } from './predecessors';

/** Possession of 11357 but concentrate, and gift or transport of 11360(b): HS 11361.5(a); before 1976 all of 11357: (b)(1). [K+] */
const LISTED: ReadonlySet<OffenceKind> = new Set([
  'possession-up-to-an-ounce',
  'possession-over-an-ounce',
  'possession-at-school-adult',
  'possession-at-school-minor',
  'possession-before-1976',
  'gift-or-transport-up-to-an-ounce',
]);

/** HS 11361.5(b)(2) to (4): utensils, presence, use, as these sections stood before 1976. [K+] */
const LISTED_UNTIL_1976: ReadonlySet<string> = new Set(['11364', '11365', '11550']);
const FIRST_OF_1976 = 19760101;

const YEARS = 2;

/** Is it of the offences that HS 11361.5(a) and (b) list? */
export function isListed(kinds: readonly OffenceKind[]): Verdict {
  if (kinds.every((each) => LISTED.has(each))) return 'yes';
  return kinds.some((each) => LISTED.has(each)) ? 'cannot-tell' : 'no';
}

/**
 * HS 11361.7(a): a conviction for an offence that 11361.5(a) or (b) lists, "which became final more than two years previously",
 * is not "accurate, relevant, timely, or complete for any purposes by any agency or person". Such a conviction does not count
 * in a clean time, nor against a record of cannabis alone. The two years are counted from the conviction.
 */
export function noLongerCounts(conviction: Conviction, asOf: CalendarDate): Verdict {
  const listed = listedOf(conviction);
  if (listed === 'no') return 'no';
  if (addYears(earliestDay(conviction.date), YEARS) > asOf) return 'no';
  return listed === 'yes' && addYears(latestDay(conviction.date), YEARS) <= asOf ? 'yes' : 'cannot-tell';
}

function listedOf(conviction: Conviction): Verdict {
  const { cannabis, charge } = conviction;
  if (cannabis.verdict !== 'no') return isListed(readOffenceKind({ conviction }).possible);
  const verdicts = charge.offences.map((each) => listedUntil1976(each, conviction));
  if (verdicts.length === 0 || verdicts.every((each) => each === 'no')) return 'no';
  return verdicts.every((each) => each === 'yes') ? 'yes' : 'cannot-tell';
}

function listedUntil1976({ code, section }: Offence, conviction: Conviction): Verdict {
  const { date } = conviction;
  if (predecessorsOf(conviction).some((each) => each.section === section)) {
    return predecessorKind(section) === 'possession-before-1976' ? 'yes' : 'no';
  }
  if (code !== 'HS' || !LISTED_UNTIL_1976.has(section)) return 'no';
  if (latestDay(date) < FIRST_OF_1976) return 'yes';
  return earliestDay(date) >= FIRST_OF_1976 ? 'no' : 'cannot-tell';
}
