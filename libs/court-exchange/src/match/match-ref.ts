import { createHash } from 'node:crypto';

/**
 * Names the question about a case: the same for the same court, number and defendant, however courts write blanks and hyphens. Made
 * of what stands in the list beside it, never of a number of the state (docs/decisions/0011-public-ids.md). It begins with a letter
 * that is no digit of hex: a spreadsheet program makes a number of `12e4`, but not of `m12e4`.
 */
export function matchRef(courthouse: string, caseNumber: string, defendant: string): string {
  const text = ['clearway match', plainName(courthouse), plainCaseNumber(caseNumber), plainName(defendant)].join('\n');
  return `m${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 15)}`;
}

/** Letters and digits only, upper case: courts write blanks and hyphens as they like. */
export function plainCaseNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The words of a name in any script, upper case, one blank between them. */
export function plainName(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
