const BLANK = /^(?:NULL|-+|N\/A)?$/i;
const LONGEST_WORD = 4;

/** The text with blanks around it removed; what the state writes for nothing (`NULL  `, `  -  `) becomes empty. */
export function filled(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WORD && !trimmed.startsWith('-')) return trimmed;
  return BLANK.test(trimmed) ? '' : trimmed;
}
