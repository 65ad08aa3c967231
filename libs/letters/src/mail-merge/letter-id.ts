import { createHmac } from 'node:crypto';

/** What makes the letters of two runs different ones. */
export interface LettersRun {
  readonly county: string;
  /** `yyyymmdd`. */
  readonly asOf: number;
  readonly policyHash: string;
  readonly ruleSetHash: string;
  /** SHA-256 of the input files, in the order of the run. */
  readonly inputs: readonly string[];
}

/** Digits and letters that nobody mistakes for one another when they are read out (no I, L, O, U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_CHARACTERS = 12;
const BATCH_CHARACTERS = 8;

/**
 * The identifiers of a run's letters. They look random and come out the same for the same run. The key is made of everyone
 * in the files and not of hashes that `run.json`, logs and messages show: who has only those and the letters can work out
 * nobody's number by trying all (docs/decisions/0011-public-ids.md).
 */
export class LetterIds {
  private readonly key: Buffer;
  /** The same on every letter of the run. */
  readonly batch: string;

  /** @param population what `Recipients.secret` gives */
  constructor(run: LettersRun, population: Uint8Array) {
    const settings = JSON.stringify([
      'clearway letters 2',
      run.county.trim().toUpperCase(),
      run.asOf,
      run.policyHash,
      run.ruleSetHash,
      run.inputs,
    ]);
    this.key = createHmac('sha256', population).update(settings).digest();
    this.batch = characters(createHmac('sha256', this.key).update('batch').digest(), BATCH_CHARACTERS);
  }

  /** Twelve characters in groups of four: `7K3M-9QXA-2BDF`. */
  idOf(person: string): string {
    const id = characters(createHmac('sha256', this.key).update(`letter ${person}`).digest(), ID_CHARACTERS);
    return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
  }
}

function characters(digest: Buffer, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += ALPHABET[(digest[i] ?? 0) & 31] ?? '';
  return text;
}
