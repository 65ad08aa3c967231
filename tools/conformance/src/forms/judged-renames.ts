/** Fields of two editions of one form that a person found to be the same, by looking at both. */
export interface JudgedRenames {
  /** SHA-256 of the two files. */
  readonly old: string;
  readonly next: string;
  /** Old name, new name. Everything else is lost or new. */
  readonly same: readonly (readonly [string, string])[];
}

/**
 * Oregon's motion to set aside: an edition of 68 fields on 5 pages (motion, declaration and order) and the one of January 2026
 * with 49 fields on 2 pages. No name was kept. Judged on the rendered pages. Not the same, although near: the fingerprints that
 * "will" be sent and that "were" filed; the finding of insanity that is a box of its own before and words in brackets after.
 */
export const JUDGED_RENAMES: readonly JudgedRenames[] = [
  {
    old: 'b73712529079c0f519079cea5c087bd8e0d868750124ea9723b6bf71b4ba201a',
    next: 'a1686afac48c3a386b6784985848259885ba5cc896e1342b293974d744445210',
    same: [
      ['FOR THE COUNTY OF', 'county'],
      ['Case No', 'case_number'],
      ['Defendant', 'defendant_name'],
      ['DOB', 'dob'],
      ['SID', 'sid_number'],
      ['Fingerprint number FPN  if known', 'fpn_number'],
      ['Date of arrest', 'arrest_date'],
      ['Arresting Agency', 'law_enforcement_agency'],
      ['I am not currently charged with a crime', 'not_currently_charged'],
      ['I have fully completed complied with or performed all terms of the sentence of the court', 'complied_sentence'],
      ['Date', 'declaration_date'],
      ['Signature', 'signature'],
      ['Name typed or printed', 'printed_name'],
      ['Address', 'address'],
      [
        'States mail a true and complete copy of this Motion to Set Aside and Declaration in Support to',
        'mailing_date',
      ],
      ['the District Attorney at address 1', 'prosecutor_address'],
      ['Date_2', 'certificate_date'],
      ['Signature_2', 'defendant_signature_certificate'],
      ['Name typed or printed_2', 'defendant_name_printed'],
    ],
  },
];
