/** Scripts whose drawing order differs from the reading order, or whose glyphs merge characters. */
const SHAPED =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{M}';
/** A stretch from the first to the last such character, with the digits and signs that may be drawn between or beside them. */
const STRETCH = new RegExp(`[^\\p{L}]*[${SHAPED}](?:[^\\p{L}]|[${SHAPED}])*`, 'gu');
const ANY_SHAPED = new RegExp(`[${SHAPED}]`, 'u');

const PLAIN = /^[ -~\u2013\u2019\u201c\u201d\u2022\u00a7]*$/;

/**
 * A text in the form in which meant and drawn text are compared: composed characters, no blanks (line breaks
 * take the place of some), no invisible joiners, and stretches of shaped scripts with their characters sorted, because
 * such a stretch is drawn in visual order. Every other character has to stand exactly where it was meant.
 */
export function canonicalText(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll(' ', '');
  const composed = text.normalize('NFC').replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, '');
  if (!ANY_SHAPED.test(composed)) return composed;
  return composed.replace(STRETCH, (stretch) =>
    [...stretch].sort((a, b) => (a.codePointAt(0) as number) - (b.codePointAt(0) as number)).join(''),
  );
}

/** Whether two texts read the same: every character and every gap between words, except inside of shaped scripts. */
export function sameText(drawn: string, meant: string): boolean {
  const [a, b] = [spaced(drawn), spaced(meant)];
  return a === b || (ANY_SHAPED.test(b) && canonicalText(a) === canonicalText(b));
}

function spaced(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, (found) => (/\s/.test(found) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}
