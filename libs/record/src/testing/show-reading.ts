import { printCitation } from '../charge/print-citation';
import { type Charge } from '../offence';

/** A reading as a table of spellings has it: the offences as printed, or the problem; after `?` what stays open. */
export function showReading(charge: Charge): string {
  const open = (charge.open ?? []).map((each) => ` ? ${each.code}`).join('');
  return (charge.problem ?? charge.offences.map(printCitation).join(' + ')) + open;
}
