import { addYears, latestDay } from '@clearway/record';
import { parameter } from '../parameters/parameter';
import { type Subject } from '../engine/criterion';
import { type Resolution } from './deciding/resolve';
import { type Readings } from './reading/reading';

/** Old possession of 11357 and gift or transport of 11360(b): HS 11361.5(a), (b). [K+] */
const DESTROYED = new Set([
  'possession-up-to-an-ounce',
  'possession-over-an-ounce',
  'possession-at-school-adult',
  'possession-at-school-minor',
  'possession-before-1976',
  'gift-or-transport-up-to-an-ounce',
]);

/**
 * Remedies that stand beside the relief of 11361.8, by code: `destruction` (HS 11361.5: the record is two years old and to be
 * destroyed), `reduction-17b` (a conspiracy that Medina leaves out), `juvenile-petition` (under 18 at the offence: JV-744).
 */
export function otherRemediesOf(readings: Readings, { presumed }: Resolution, subject: Subject): readonly string[] {
  const remedies: string[] = [];
  if (readings.offence.possible.every((each) => DESTROYED.has(each)) && isOld(subject)) remedies.push('destruction');
  if (presumed.some(({ answer }) => answer.path.includes('conspiracy-not-named'))) remedies.push('reduction-17b');
  if (presumed.every(({ situation }) => situation.age === 'under-18')) remedies.push('juvenile-petition');
  return remedies;
}

function isOld({ conviction, asOf }: Subject): boolean {
  return conviction.date !== 0 && latestDay(conviction.date) <= addYears(asOf, -parameter('old-conviction.years', asOf).value);
}
