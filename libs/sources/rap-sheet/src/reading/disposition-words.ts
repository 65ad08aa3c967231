import { dispositionKinds } from '@clearway/record';

/** What courts write that is neither a conviction nor the end of a charge, and that is known. */
const WITHOUT_EFFECT =
  /^(?:SENTENCE MOD|PROB(?:ATION)? (?:REV|MOD|REIN|TERM|EXT|VIOL)|DIVERSION|DIVERTED|DEF(?:ERRED)? ENTRY|TRANSFER|CERTIFIED|BENCH WARRANT|FAIL|FTA|RELEASED|REL[ /]|DETENTION|NO DISPO|PENDING|HELD TO ANSWER|REMAND|PROCEEDINGS|CRIM(?:INAL)? PROC|MISTRIAL|CONSOLIDATED|BAIL|TOT|TURNED OVER|CASE (?:TRANSFER|CONSOL))/;

/** The status in the state's word: `FEL` and `F` are `FELONY`. A status of another beginning stays as written. */
export function statusOf(text: string): string {
  const word = text.trim();
  if (/^F(?:EL[A-Z]*)?$/.test(word)) return 'FELONY';
  if (/^M(?:IS[A-Z]*)?$/.test(word)) return 'MISDEMEANOR';
  return /^I(?:NF[A-Z]*)?$/.test(word) ? 'INFRACTION' : word;
}

/** Is it known what the words of a disposition do to a count? */
export function isKnownDisposition(text: string): boolean {
  return text === '' || !dispositionKinds(text).includes('other') || WITHOUT_EFFECT.test(text);
}

/** Does the line end in the middle of a phrase? `CONV SET ASIDE & DISM PER` goes on. */
export function goesOn(text: string): boolean {
  return /(?:\bPER|\bAND|\bOF|\bTO|&|-|\/)$/.test(text);
}
