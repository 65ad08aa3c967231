import { visibleText } from '@clearway/spreadsheets';
import { dayOf, MISSING_DATE, monthOf, yearOf, type PartialDate } from '@clearway/record';

/** `LAST,FIRST M` of the state as `LAST, FIRST M`: the order of names stays the record's, so that an index finds it. */
export function printedName(name: string): string {
  return visibleText(name)
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .trim()
    .replace(/,$/, '');
}

/** `03/12/1998`, `03/1998`, `1998`, or `unknown`. */
export function printedDate(date: PartialDate): string {
  if (date === MISSING_DATE) return 'unknown';
  const year = String(yearOf(date));
  if (monthOf(date) === 0) return year;
  const month = String(monthOf(date)).padStart(2, '0');
  return dayOf(date) === 0 ? `${month}/${year}` : `${month}/${String(dayOf(date)).padStart(2, '0')}/${year}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `November 23, 2026`. */
export function longDate(date: PartialDate): string {
  return `${MONTHS[monthOf(date) - 1] ?? ''} ${dayOf(date)}, ${yearOf(date)}`;
}

/** `CASC LOS ANGELES COMPTON` without the state's prefix for the kind of court. */
export function courthousePlace(name: string): string {
  return name.replace(/^(CASC|CAMC|CAJC|SC|MC|JC)\s+/, '');
}

/** Number of the count within the court's action: digits seven to nine of CNT_ORDER, the last part of the key. */
export function countNumber(key: string): number {
  const order = key.slice(key.indexOf(':') + 1);
  const count = Number(order.slice(6, 9));
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** `1 count`, `2 counts`, `14,000 counts`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ',')} ${number === 1 ? one : many}`;
}
