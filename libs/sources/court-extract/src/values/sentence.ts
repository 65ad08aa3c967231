export interface SentenceParts {
  readonly place: string;
  readonly length: string;
  readonly unit: string;
}

const TIME = /(\d+)\s*(YEARS?|YRS?|Y|MONTHS?|MOS?|M|DAYS?|D)\b\.?/i;

/** `36 MONTHS PROBATION` as place, length and unit; a text without a time is a place. */
export function sentenceOf(text: string): SentenceParts {
  const match = TIME.exec(text);
  if (!match) return { place: text.toUpperCase(), length: '', unit: '' };
  const place = text
    .replace(match[0], ' ')
    .replace(/[\s,;:-]+/g, ' ')
    .trim()
    .toUpperCase();
  return { place, length: match[1] ?? '', unit: unitOf(match[2] ?? '') };
}

export function unitOf(text: string): string {
  const first = text.trim().charAt(0).toUpperCase();
  return ['D', 'M', 'Y'].includes(first) ? first : text.trim().toUpperCase();
}
