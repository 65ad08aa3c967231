import { createHash } from 'node:crypto';
import {
  type CourtExtract,
  ExtractError,
  guessMapping,
  type Mapping,
  readExtract,
  readFacts,
  readMapping,
  shippedMappings,
  shippedMappingText,
  understoodRows,
} from '@clearway/court-extract';
import { dispositionKinds, readCharge } from '@clearway/record';

/** A mapping, and what names it in the run's record. */
export interface ChosenMapping {
  readonly mapping: Mapping;
  /** Of its text, hex. */
  readonly sha256: string;
  /** `given` by the caller; `shipped`: a profile that fits; `guessed`: proposed from the file without a doubt. */
  readonly how: 'given' | 'shipped' | 'guessed';
}

/** A mapping by its text. Throws an ExtractError. */
export function mappingFrom(text: string, how: ChosenMapping['how'] = 'given'): ChosenMapping {
  return { mapping: readMapping(text), sha256: createHash('sha256').update(text, 'utf8').digest('hex'), how };
}

/** The shipped mapping that fits a file: whose columns it has, and whose rows are understood. */
export function shippedMappingFor(bytes: Uint8Array): ChosenMapping | undefined {
  const sample = sampleOf(bytes);
  return shippedMappings()
    .map((name) => mappingFrom(shippedMappingText(name), 'shipped'))
    .find(({ mapping }) => fits(sample, mapping));
}

/** A guess that leaves nothing open; undefined where nobody can say how the file is to be read. */
export function sureGuess(bytes: Uint8Array): ChosenMapping | undefined {
  const sample = sampleOf(bytes);
  return isUnderstoodAs(() => guessed(sample));
}

/** Is it a list of what was done in cases, by a mapping that comes with Clearway or a sure guess, and no record of anybody? */
export function isDoneList(whole: Uint8Array): boolean {
  const bytes = sampleOf(whole);
  const isShipped = shippedMappings()
    .map((name) => readMapping(shippedMappingText(name)))
    .some(
      (mapping) =>
        mapping.reads === 'facts' && isUnderstood(() => readFacts(bytes, mapping, 'court-grants', '').account.rows > 0),
    );
  return isShipped || isUnderstood(() => isGuessedList(bytes));
}

function isGuessedList(bytes: Uint8Array): boolean {
  const { mapping, doubts } = guessMapping(bytes);
  return mapping?.reads === 'facts' && doubts.length === 0;
}

/** How much of a text a mapping is looked for in. */
export const SAMPLE_BYTES = 1 << 18;

/** Whole lines from the beginning; a workbook can only be read whole. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return end <= 0 ? bytes : bytes.subarray(0, end + 1);
}

/** Columns of a fixed width fit any text: there the rows themselves must be understood. */
function fits(bytes: Uint8Array, mapping: Mapping): boolean {
  if (mapping.reads !== 'record') return false;
  try {
    const extract = readExtract(bytes, mapping);
    const { account } = extract;
    return mapping.format === 'fixed' ? account.rejected === 0 && areCounts(extract) : account.used > 0;
  } catch (error) {
    // The header fits; the reader says that nothing stands below it.
    if (error instanceof ExtractError) return error.code === 'extract.empty' && mapping.format !== 'fixed';
    throw error;
  }
}

const ROWS_LOOKED_AT = 200;

/** Does nearly every row say a section, a day and what was done? */
function areCounts(extract: CourtExtract): boolean {
  const counts = understoodRows(extract, ROWS_LOOKED_AT).flatMap((row) => row.counts);
  const whole = counts.filter(
    ({ offence, eventDate, disposition }) =>
      eventDate > 0 && !dispositionKinds(disposition).includes('other') && readCharge(offence).problem === undefined,
  );
  return counts.length > 0 && whole.length >= counts.length * 0.9;
}

/** The reader refuses a file that does not have the columns of a mapping. */
function isUnderstood(tried: () => boolean): boolean {
  return isUnderstoodAs(tried) ?? false;
}

function isUnderstoodAs<Found>(tried: () => Found): Found | undefined {
  try {
    return tried();
  } catch (error) {
    if (error instanceof ExtractError) return undefined;
    throw error;
  }
}

function guessed(bytes: Uint8Array): ChosenMapping | undefined {
  const { mapping, text, problems, doubts } = guessMapping(bytes);
  if (!mapping || problems.length > 0 || doubts.length > 0) return undefined;
  const fields = new Set(mapping.columns.map(({ as }) => as));
  const says = (...some: readonly (typeof mapping.columns)[number]['as'][]): boolean =>
    some.some((each) => fields.has(each));
  const isWhole =
    says('name', 'last-name', 'cii') &&
    says('case-number') &&
    says('charge', 'count') &&
    says('disposition', 'disposition-code', 'conviction-date');
  return isWhole && fits(bytes, mapping) && areCounts(readExtract(bytes, mapping))
    ? mappingFrom(text, 'guessed')
    : undefined;
}
