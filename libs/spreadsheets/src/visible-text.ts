/**
 * Control characters and characters that nobody sees: they can turn the order of a line around (U+202E) or make two equal texts differ.
 * Tab and line breaks stay, and the two joiners, which Persian and Indic scripts are written with.
 */
const INVISIBLE = /(?![\t\n\r\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
const PLAIN = /^[ -~]*$/;

/** The text as people outside the office get it: without characters that cannot be seen. */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '');
}
