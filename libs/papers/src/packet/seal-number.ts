import { createHash } from 'node:crypto';
import { type Packet } from '../filing/filing-plan';

/**
 * A number that the sealed list prints. Motion and order, which are public, name that list's hash; whoever guesses a name could draw
 * the list and compare, if it held nothing else that they do not know. The number is made of what only the state's record has:
 * numbers and birth dates of everybody on the list together. The same list, the same number.
 */
export function sealNumberOf(packet: Packet): string {
  const hash = createHash('sha256').update('clearway sealed list\n');
  for (const { matchKeys } of packet.lines) hash.update(JSON.stringify(matchKeys)).update('\n');
  return hash.digest('hex').slice(0, 32);
}
