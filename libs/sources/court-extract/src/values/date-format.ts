import { parsePartialDate, type PartialDate } from '@clearway/record';

/** How a court writes dates: the form as a test of a text. */
export interface DateFormat {
  readonly form: string;
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}
type Part = 'YYYY' | 'YY' | 'MM' | 'DD' | 'MON';

const MONTHS = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' ');
const TOKEN = /YYYY|YY|MON|MM|M|DD|D/g;
/** Midnight, and times of day, that databases write behind a day. */
const TIME = /[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M)?Z?$/i;

/** The form of a date as a test; undefined when it lacks a year or says a part twice. */
export function parseFormat(form: string): DateFormat | undefined {
  const parts: Part[] = [];
  let pattern = '';
  let end = 0;
  for (const match of form.matchAll(TOKEN)) {
    const [token] = match;
    const between = form.slice(end, match.index);
    end = match.index + token.length;
    const after = form[end] ?? '';
    pattern += escaped(between);
    const alone = !/[YMD]/.test(after) && (parts.length === 0 || between !== '');
    if (token === 'YYYY' || token === 'YY') pattern += `(\\d{${token.length}})`;
    else if (token === 'MON') pattern += '([A-Z]{3,9})\\.?';
    else pattern += alone ? '(\\d{1,2})' : '(\\d{2})';
    parts.push(token === 'M' ? 'MM' : token === 'D' ? 'DD' : (token as Part));
  }
  const rest = form.slice(end);
  const years = parts.filter((each) => each === 'YYYY' || each === 'YY').length;
  const months = parts.filter((each) => each === 'MM' || each === 'MON').length;
  const days = parts.filter((each) => each === 'DD').length;
  if (years !== 1 || months > 1 || days > 1 || days > months) return undefined;
  if (/[A-Za-z0-9]/.test(form.replace(TOKEN, ''))) return undefined;
  return { form, pattern: new RegExp(`^${pattern}${escaped(rest)}$`, 'i'), parts };
}

/** The day that the text is by this form; 0 when it is none. Unknown days and months are `00`. */
export function readByFormat(text: string, { pattern, parts }: DateFormat, twentyTo: number): PartialDate {
  const match = pattern.exec(text.trim().replace(TIME, ''));
  if (!match) return 0;
  let year = '';
  let month = '00';
  let day = '00';
  parts.forEach((part, index) => {
    const found = match[index + 1] ?? '';
    if (part === 'YYYY') year = found;
    else if (part === 'YY') year = String((Number(found) <= twentyTo ? 2000 : 1900) + Number(found));
    else if (part === 'MON')
      month = String(MONTHS.findIndex((each) => each.startsWith(found.toUpperCase())) + 1 || 99).padStart(2, '0');
    else if (part === 'MM') month = found.padStart(2, '0');
    else day = found.padStart(2, '0');
  });
  return parsePartialDate(`${year}${month}${day}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s*');
}
