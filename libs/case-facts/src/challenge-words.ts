import { type Challenge } from '@clearway/rules';

/** The grounds of HS 11361.9(c), as a facts file and the review workbook write them. */
export const GROUNDS: Readonly<Record<Challenge['ground'], string>> = {
  'c1-criteria': '11361.9(c)(1): serving, the criteria of 11361.8 are not met',
  'c1-public-safety': '11361.9(c)(1): serving, an unreasonable risk to public safety',
  'c2-criteria': '11361.9(c)(2): completed, the criteria of 11361.8 are not met',
};

/** Kinds of evidence that can carry a challenge. */
export const EVIDENCE_KINDS: Readonly<Record<string, string>> = {
  'record-of-conviction': 'the record of a conviction',
  'court-record': 'a certified record of the court',
  testimony: 'testimony',
  'physical-evidence': 'physical evidence',
  'reliable-hearsay': 'reliable hearsay in a report (Hall)',
};

/** Banda: unreliable hearsay is no evidence. */
export const NO_EVIDENCE = 'unreliable-hearsay';

/** The ground by its code, by `(c)(2)` where that names one ground alone, or by its words; undefined when it is none. */
export function groundOf(text: string): Challenge['ground'] | undefined {
  const wanted = text.trim().toLowerCase();
  const codes = Object.keys(GROUNDS) as Challenge['ground'][];
  const named = codes.find((code) => code === wanted || GROUNDS[code].toLowerCase() === wanted);
  return named ?? (/^(?:11361\.9)?\(c\)\(2\)$/.test(wanted) ? 'c2-criteria' : undefined);
}

/** The kind by its code or words; undefined when it is none that carries a challenge. */
export function evidenceKindOf(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return Object.keys(EVIDENCE_KINDS).find((code) => code === wanted || EVIDENCE_KINDS[code]?.toLowerCase() === wanted);
}
