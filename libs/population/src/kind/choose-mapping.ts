import { createHash } from 'node:crypto';
import {
  ExtractError,
  guessMapping,
  type Mapping,
  readExtract,
  readMapping,
  shippedMappings,
  shippedMappingText,
} from '@clearway/court-extract';

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

/**
 * The shipped mapping whose columns the file has, else a guess that leaves nothing open; undefined where nobody can say how the file
 * is to be read.
 */
export function chooseMapping(whole: Uint8Array): ChosenMapping | undefined {
  const bytes = sampleOf(whole);
  for (const name of shippedMappings()) {
    const text = shippedMappingText(name);
    const chosen = mappingFrom(text, 'shipped');
    if (fits(bytes, chosen.mapping)) return chosen;
  }
  return guessed(bytes);
}

const SAMPLE_BYTES = 1 << 18;

/** Whole lines from the beginning; a workbook can only be read whole. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return end <= 0 ? bytes : bytes.subarray(0, end + 1);
}

/** Columns of a fixed width fit any text: there the rows themselves must be understood. */
function fits(bytes: Uint8Array, mapping: Mapping): boolean {
  try {
    if (mapping.reads !== 'record') return false;
    const { account, notes } = readExtract(bytes, mapping);
    if (mapping.format !== 'fixed') return account.used > 0;
    const doubts = notes.filter(({ code }) => code !== 'no-case-number' && code !== 'same-row-twice');
    return account.rejected === 0 && doubts.length === 0;
  } catch (error) {
    if (error instanceof ExtractError) return false;
    throw error;
  }
}

function guessed(bytes: Uint8Array): ChosenMapping | undefined {
  try {
    const { mapping, text, problems, doubts } = guessMapping(bytes);
    if (!mapping || problems.length > 0 || doubts.length > 0) return undefined;
    const fields = new Set(mapping.columns.map(({ as }) => as));
    const says = (...some: readonly (typeof mapping.columns)[number]['as'][]): boolean =>
      some.some((each) => fields.has(each));
    const whole =
      says('name', 'last-name', 'cii') &&
      says('case-number') &&
      says('charge', 'count') &&
      says('disposition', 'disposition-code', 'conviction-date');
    return whole && fits(bytes, mapping) ? mappingFrom(text, 'guessed') : undefined;
  } catch (error) {
    if (error instanceof ExtractError) return undefined;
    throw error;
  }
}
