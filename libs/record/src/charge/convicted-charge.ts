import { type Count } from '../history';
import { type Charge } from '../offence';

/**
 * What the court convicted of stands before what it disposed of, and that before what was charged. Rows of the count that
 * write another charge leave it open which one was meant: all are cited.
 */
export function convictedCharge(count: Pick<Count, 'charged' | 'convictedOf' | 'disposedOf' | 'otherCharges'>): Charge {
  const { convictedOf, disposedOf, otherCharges } = count;
  if (convictedOf !== undefined && convictedOf.problem !== 'blank') return convictedOf;
  if (disposedOf !== undefined && disposedOf.problem !== 'blank') return disposedOf;
  if (otherCharges === undefined) return count.charged;
  const others = otherCharges.filter((each) => each.offences.length > 0);
  if (others.length === 0) return count.charged;
  const all = [count.charged, ...others];
  const open = all.flatMap((each) => each.open ?? []);
  return {
    text: all.map((each) => each.text).join(' / '),
    offences: all.flatMap((each) => each.offences),
    ...(open.length === 0 ? {} : { open }),
  };
}
