import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * What makes a person one: the state's CII; where there is none, the SUBJECT_ID within the bytes of one file; and of other sources what
 * tells people apart in the register that they come from (a court's: its county), so that next month's export has the same ids.
 */
export type PersonKey =
  | { readonly cii: string }
  | { readonly fileSha256: string; readonly subjectId: string }
  | { readonly register: string; readonly key: string };

/**
 * Clearway's id of a person: 16 characters of base32 (80 bits of a SHA-256). Stable over runs and files, so that the same
 * person keeps the same id; the domain in the hash keeps a CII and a SUBJECT_ID with the same digits apart.
 * `personIdOf({ cii: 'A0000001' })` is always the same text.
 */
export function personIdOf(key: PersonKey): string {
  const digest = createHash('sha256').update(textOf(key), 'utf8').digest();
  let id = '';
  for (let bit = 0; bit < 80; bit += 5) {
    const pair = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    id += BASE32[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}

function textOf(key: PersonKey): string {
  if ('cii' in key) return `clearway/person/cii\0${key.cii}`;
  if ('register' in key) return `clearway/person/register\0${key.register}\0${key.key}`;
  return `clearway/person/subject\0${key.fileSha256}\0${key.subjectId}`;
}
