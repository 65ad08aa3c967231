import { addYears, latestDay } from '@clearway/record';
import { type Subject } from '../engine/criterion';
import { type Resolution } from './deciding/resolve';
import { isListed } from './reading/old-conviction';
import { type Readings } from './reading/reading';

const YEARS_TO_DESTRUCTION = 2;

/**
 * Remedies that stand beside the relief of 11361.8, by code: `destruction` (HS 11361.5: the record is two years old and to be
 * destroyed), `reduction-17b` (a conspiracy that Medina leaves out), `juvenile-petition` (under 18 at the offence: JV-744).
 */
export function otherRemediesOf(readings: Readings, { presumed }: Resolution, subject: Subject): readonly string[] {
  const remedies: string[] = [];
  if (isListed(readings.offence.possible) === 'yes' && isOld(subject)) remedies.push('destruction');
  if (presumed.some(({ answer }) => answer.path.includes('conspiracy-not-named'))) remedies.push('reduction-17b');
  if (presumed.every(({ situation }) => situation.age === 'under-18')) remedies.push('juvenile-petition');
  return remedies;
}

function isOld({ conviction, asOf }: Subject): boolean {
  return conviction.date !== 0 && addYears(latestDay(conviction.date), YEARS_TO_DESTRUCTION) <= asOf;
}
