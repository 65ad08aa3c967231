import { createHash } from 'node:crypto';
import { FACT_NAMES } from '../situation';
import { type Reading, type Readings } from './reading';

/**
 * What the record says of one conviction, as 16 hex digits: every fact's possible values, what is presumed, and the evidence.
 * The same while the record says the same, wherever its rows stand; a decision that an attorney took keeps it, and is
 * stale when it changes.
 *
 * @param also what sources say of it that do not agree
 */
export function basisOf(readings: Readings, also = ''): string {
  let text = 'clearway/basis/1';
  for (const name of FACT_NAMES) {
    const { possible, presumed, evidence }: Reading = readings[name];
    text += `\n${name}=${possible.join(',')};${presumed ?? ''}`;
    for (const each of evidence()) text += `\n ${each.name}=${each.value}`;
  }
  if (also !== '') text += `\n${also}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
