import { type Finding } from '../engine/criterion';
import { REMEDIES } from './remedies/remedies';
import { type RemedySubject } from './remedies/remedy';

/** The remedies that are open beside the relief, by code, and what each provision found. */
export interface OtherRemedies {
  readonly remedies: readonly string[];
  readonly found: readonly { readonly code: string; readonly finding: Finding }[];
}

const NONE: OtherRemedies = { remedies: [], found: [] };

/**
 * Remedies that stand beside the relief of 11361.8, by code: `destruction` (HS 11361.5), `reduction-17b` (a conspiracy that Medina
 * leaves out), `juvenile-petition` (under 18 at the offense: JV-744). None of them changes what 11361.8 gives.
 */
export function otherRemediesOf(subject: RemedySubject): OtherRemedies {
  const speaking = REMEDIES.filter((each) => each.speaksOf(subject));
  if (speaking.length === 0) return NONE;
  const remedies: string[] = [];
  const found = speaking.map(({ code, remedy, test }) => {
    const finding = test(subject);
    if (finding.verdict === 'yes' && !remedies.includes(remedy)) remedies.push(remedy);
    return { code, finding };
  });
  return { remedies, found };
}
