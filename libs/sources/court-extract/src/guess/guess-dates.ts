import { filled } from '@clearway/record';
import { dayOfSerial } from '@clearway/spreadsheets';
import { DATE_FIELDS, DAY_OR_YES, type Field } from '../mapping/fields';
import { parseFormat, readByFormat } from '../values/date-format';

/** Two-digit years are read with this as the last one that is 20..; a person looks at it. */
export const TWENTY_TO = 26;
/** Courts of California write the month first: these forms have a twin with the day first. */
const DAY_FIRST: Readonly<Record<string, string>> = {
  'M/D/YYYY': 'D/M/YYYY',
  'M-D-YYYY': 'D-M-YYYY',
  'M/D/YY': 'D/M/YY',
  MMDDYYYY: 'DDMMYYYY',
};
const FORMS = [
  'YYYY-MM-DD',
  'M/D/YYYY',
  'YYYYMMDD',
  'M-D-YYYY',
  'DD-MON-YYYY',
  'MON D, YYYY',
  'MON D YYYY',
  'MMDDYYYY',
  'M/D/YY',
] as const;
const FORMATS = new Map(
  [...FORMS, ...Object.values(DAY_FIRST)].flatMap((form) => {
    const format = parseFormat(form);
    return format ? [[form, format] as const] : [];
  }),
);
/** Fewer days that only read with the day first may be slips of the pen. */
const MANY_DAYS = 10;
const SLIPS = 0.05;
const UNREAD = 0.1;

export interface GuessedDates {
  readonly forms: readonly string[];
  /** What a person has to decide. */
  readonly doubts: readonly string[];
}

/** A column as far as its dates go: its field and its distinct texts. */
export interface DateTexts {
  readonly as: Field;
  readonly texts: readonly string[];
}

/** The day that a text is by one of the known forms, the month first where both ways are one; 0 when it is none. */
export function dayOf(text: string): number {
  for (const form of FORMS) {
    const day = dayBy(text, form) || dayBy(text, DAY_FIRST[form]);
    if (day !== 0) return day;
  }
  return 0;
}

export function isDateField(field: Field): boolean {
  return DATE_FIELDS.has(field) || DAY_OR_YES.has(field);
}

/** The fewest forms that read the dates of the columns; days of a workbook need none. */
export function guessDates(columns: readonly DateTexts[], isBook: boolean): GuessedDates {
  const dated = columns
    .filter(({ as }) => isDateField(as))
    .map(({ as, texts }) => ({ as, texts: texts.filter((text) => saysADay(text, as)) }));
  const left = new Set(dated.flatMap(({ texts }) => texts));
  const doubts: string[] = [];
  const forms: string[] = [];
  for (;;) {
    const [best] = FORMS.map((form) => ({
      form,
      reads: [...left].filter((text) => dayBy(text, form) !== 0 || dayBy(text, DAY_FIRST[form]) !== 0),
    })).sort((a, b) => b.reads.length - a.reads.length);
    if (!best || best.reads.length === 0) break;
    for (const each of best.reads) left.delete(each);
    forms.push(wayOf(best.form, dated, new Set(best.reads), doubts));
  }
  const isSerial = (text: string): boolean => isBook && dayOfSerial(Number(text)) > 0;
  if (forms.length === 0 && [...left].some(isSerial)) return { forms: ['M/D/YYYY'], doubts };
  if (forms.length === 0) {
    if (columns.some(({ as }) => isDateField(as)))
      doubts.push('dates: no known form reads the dates: write how they are written');
    return { forms, doubts };
  }
  // Whoever has to decide the form is asked once.
  if (doubts.length > 0) return { forms, doubts };
  for (const { as, texts } of dated) {
    const unread = texts.filter((text) => !isSerial(text) && forms.every((form) => dayBy(text, form) === 0)).length;
    if (unread > 0 && (unread === texts.length || (unread > 1 && unread > texts.length * UNREAD)))
      doubts.push(`dates: ${unread} of ${texts.length} different texts of ${as} are read by none of the forms`);
  }
  return { forms, doubts };
}

/**
 * Which is first, the month or the day. The month, unless many days only read the other way and none only this way. Where neither is sure a
 * person decides: a day of conviction that is read the other way round still looks like one.
 */
function wayOf(form: string, dated: readonly DateTexts[], read: ReadonlySet<string>, doubts: string[]): string {
  const other = DAY_FIRST[form];
  if (other === undefined) return form;
  const votes = dated.map(({ as, texts }) => ({ as, ...votesOf(texts, form, other, read) }));
  const sum = (key: 'month' | 'day' | 'either'): number => votes.reduce((all, each) => all + each[key], 0);
  const [month, day, either] = [sum('month'), sum('day'), sum('either')];
  if (month + day + either === 0) return form;
  const say = (words: string): void =>
    void doubts.push(`dates: ${words}: write ${form} (proposed, as courts of California write) or ${other}`);
  if (month === 0 && day >= MANY_DAYS) {
    const open = votes.filter((each) => each.either > 0 && each.day === 0).map(({ as }) => as);
    if (open.length === 0) return other;
    say(`${day} dates only read with the day first, and of ${open.join(', ')} each reads both ways`);
    return form;
  }
  if (month === 0)
    say(
      day === 0
        ? 'each date reads with the month first and with the day first'
        : `${day} of ${day + either} dates only read with the day first, and the others both ways`,
    );
  else if (day > (month > 2 ? Math.max(1, month * SLIPS) : 0))
    say(`${month} dates only read with the month first and ${day} only with the day first`);
  else for (const each of votes) if (each.day > 1 && each.day > each.month) say(`${each.as} reads the other way round`);
  return form;
}

function votesOf(
  texts: readonly string[],
  form: string,
  other: string,
  read: ReadonlySet<string>,
): { month: number; day: number; either: number } {
  const votes = { month: 0, day: 0, either: 0 };
  for (const text of texts) {
    if (!read.has(text)) continue;
    const [one, two] = [dayBy(text, form), dayBy(text, other)];
    if (one === two) continue;
    votes[two === 0 ? 'month' : one === 0 ? 'day' : 'either'] += 1;
  }
  return votes;
}

function dayBy(text: string, form: string | undefined): number {
  const format = form === undefined ? undefined : FORMATS.get(form);
  return format ? readByFormat(text, format, TWENTY_TO) : 0;
}

/** Zeros and signs stand for no day; where yes is enough a word says it. */
function saysADay(text: string, as: Field): boolean {
  if (filled(text) === '' || !/[1-9]/.test(text)) return DATE_FIELDS.has(as) && /[A-Z]{3}/i.test(filled(text));
  return !text.startsWith('#') && !(DAY_OR_YES.has(as) && text.trim() === '1');
}
