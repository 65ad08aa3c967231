import { dispositionKinds, readCharge } from '@clearway/record';
import { ExtractError } from '../errors';
import { readMapping, shippedMappings, shippedMappingText } from '../mapping/read-mapping';
import { readExtract } from '../reading/read-extract';
import { understoodRows } from '../reading/understood-rows';

const ROWS_LOOKED_AT = 200;
const SAMPLE_BYTES = 1 << 18;
const NEARLY_ALL = 0.9;
const MOSTLY = 0.6;

/** The text of a mapping of fixed width that comes with Clearway, when it understands the lines: nothing in a file says where to cut. */
export function shippedFixedFor(whole: Uint8Array): string | undefined {
  const end = whole.length <= SAMPLE_BYTES ? whole.length : whole.lastIndexOf(0x0a, SAMPLE_BYTES) + 1;
  const bytes = whole.subarray(0, end);
  return shippedMappings()
    .map(shippedMappingText)
    .find((text) => isUnderstood(bytes, text));
}

function isUnderstood(bytes: Uint8Array, text: string): boolean {
  const mapping = readMapping(text);
  if (mapping.format !== 'fixed' || mapping.reads !== 'record') return false;
  try {
    const extract = readExtract(bytes, mapping);
    const { rows, used } = extract.account;
    if (used < rows * NEARLY_ALL || extract.notes.some(({ code }) => code === 'text-outside-columns')) return false;
    const counts = understoodRows(extract, ROWS_LOOKED_AT).flatMap((each) => each.counts);
    const cut = counts.filter(
      ({ offence, disposition }) =>
        readCharge(offence).problem === undefined && !dispositionKinds(disposition).includes('other'),
    );
    // A day that is none is the court's; most of them must be days.
    const dated = counts.filter(({ birthDate, eventDate }) => birthDate >= 0 && eventDate > 0);
    return counts.length > 0 && cut.length >= counts.length * NEARLY_ALL && dated.length >= counts.length * MOSTLY;
  } catch (error) {
    if (error instanceof ExtractError) return false;
    throw error;
  }
}
