import { type SheetSentence } from '../rap-sheet';

const UNIT = String.raw`YEARS?|YRS?|MONTHS?|MOS?|WEEKS?|WKS?|DAYS?|DYS?|HOURS?|HRS?|[YMD](?![A-Z])`;
const TIME = new RegExp(String.raw`(?<![\d.])(\d{1,4})\s*(${UNIT})(?![A-Z])`);
const ENDLESS = /\b(LIFE|LWOP|DEATH)\b/;
const UNIT_WORD = /\b(?:YEARS?|YRS?|MONTHS?|MOS|WEEKS?|DAYS?)\b/;
/** Days that were served before count towards nothing more. */
const CREDIT = /\b(?:CREDIT|CRED|CR|CTS|TIME SERVED)\b/;

/**
 * The parts of a sentence, as a sheet lists them between commas: `3 YEARS PROBATION, 001 YEAR JAIL SS, FINE, RESTN`. A part with
 * a time that cannot be counted keeps it as a length that is no number, so that nobody takes it for a sentence that is over.
 */
export function sentenceParts(text: string, at: number): readonly SheetSentence[] {
  return text
    .replace(/['’]/g, '')
    .split(/[,;]|\.(?!\d)/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, at, kind: kindOf(part), ...timeOf(part) }));
}

function kindOf(part: string): SheetSentence['kind'] {
  if (/\bPRISON\b|\bPRIS\b|\bCDC\b/.test(part)) return 'prison';
  if (/\bPROB(?:ATION)?\b/.test(part)) return 'probation';
  return /\bJAIL\b|\bJL\b/.test(part) ? 'jail' : 'other';
}

function timeOf(part: string): Pick<SheetSentence, 'place' | 'length' | 'unit'> {
  if (CREDIT.test(part)) return { place: part, length: '', unit: '' };
  const time = TIME.exec(part);
  const endless = ENDLESS.exec(part);
  if (endless) {
    const length = time ? `${Number(time[1])} TO ${endless[1]}` : (endless[1] ?? '');
    return { place: placeOf(part, [time?.[0] ?? '', 'TO LIFE', endless[0]]), length, unit: time ? 'Y' : '' };
  }
  if (!time) return withoutTime(part);
  const number = Number(time[1]);
  const unit = (time[2] ?? '').charAt(0);
  const place = placeOf(part, [time[0]]);
  if (TIME.test(place)) return { place, length: part, unit: '' };
  // Hours of work are no time in custody or on probation.
  if (unit === 'H') return { place: part, length: '', unit: '' };
  return unit === 'W' ? { place, length: String(number * 7), unit: 'D' } : { place, length: String(number), unit };
}

function withoutTime(part: string): Pick<SheetSentence, 'place' | 'length' | 'unit'> {
  const number = /^(\d+) (.*)$/.exec(part);
  const serves = kindOf(part) !== 'other';
  if (number && serves) return { place: number[2] ?? '', length: String(Number(number[1])), unit: '' };
  return UNIT_WORD.test(part) && serves
    ? { place: part, length: part, unit: '' }
    : { place: part, length: '', unit: '' };
}

function placeOf(part: string, without: readonly string[]): string {
  return without
    .reduce((rest, each) => (each === '' ? rest : rest.replace(each, ' ')), part)
    .replace(/\s+/g, ' ')
    .trim();
}
