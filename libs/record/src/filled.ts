const BLANK = /^(?:NULL|-+|N\/A)?$/i;

/** The text with blanks around it removed; what the state writes for nothing (`NULL  `, `  -  `) becomes empty. */
export function filled(text: string): string {
  const trimmed = text.trim();
  return BLANK.test(trimmed) ? '' : trimmed;
}
