import { type PrintedWords } from '../printed-text/page-words';

/** Number and edition of a form as it prints them. */
export interface FormIdentity {
  /** `CR-400`; empty when none is printed. */
  readonly form: string;
  /** `2017-07-01`, or `2026-01` when no day is printed; empty when none is. */
  readonly edition: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** `CR-400 [New July 1, 2017]`, `CR-180 [Rev. January 1, 2019]`. */
const NUMBER_AND_EDITION =
  /\b([A-Z]{2,4}-\d{3}[A-Z]?(?:\([A-Z]\))?)\s*\[(?:new|rev(?:ised)?|rev)\.?\s+([^\]]{4,24})\]/i;
const NUMBER = /^(?:form\s+)?([A-Z]{2,4}-\d{3}[A-Z]?)$/i;
/** `(Jan 2026)`, `[Rev. 01/2019]`, `Rev. July 2018`, at a page's foot. */
const DATE_ALONE =
  /^(?:\(|\[)?(?:(?:new|revised|rev)\.?\s+)?([A-Za-z]{3,9}\.? (?:\d{1,2}, ?)?\d{4}|\d{1,2}\/(?:\d{1,2}\/)?\d{4})(?:\)|\])?$/i;
const FOOT = 110;

/** What is printed wins over the title, which is often that of another form. */
export function formIdentity(pages: readonly (readonly PrintedWords[])[], title: string): FormIdentity {
  const words = pages.flat();
  for (const { text } of words) {
    const match = NUMBER_AND_EDITION.exec(text);
    if (match?.[1] && match[2]) return { form: match[1].toUpperCase(), edition: dateOf(match[2]) };
  }
  const numbered =
    words.map(({ text }) => NUMBER.exec(text)?.[1]).find((each) => each !== undefined) ??
    /^([A-Z]{2,4}-\d{3}[A-Z]?)\b/.exec(title)?.[1] ??
    '';
  const dated = words
    .filter(({ baseline }) => baseline < FOOT)
    .map(({ text }) => dateOf(DATE_ALONE.exec(text)?.[1] ?? ''))
    .find((each) => each !== '');
  return { form: numbered.toUpperCase(), edition: dated ?? '' };
}

function dateOf(text: string): string {
  const slashes = /^(\d{1,2})\/(?:(\d{1,2})\/)?(\d{4})$/.exec(text.trim());
  if (slashes) return printed(slashes[3], Number(slashes[1]), slashes[2]);
  const named = /^([A-Za-z]{3,9})\.? (?:(\d{1,2}), ?)?(\d{4})$/.exec(text.trim());
  const month = MONTHS.findIndex((each) => named?.[1] !== undefined && each.startsWith(named[1].toLowerCase())) + 1;
  return month === 0 ? '' : printed(named?.[3], month, named?.[2]);
}

function printed(year: string | undefined, month: number, day: string | undefined): string {
  if (month < 1 || month > 12) return '';
  return [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
