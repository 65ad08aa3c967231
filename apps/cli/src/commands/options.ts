import { InvalidArgumentError } from 'commander';

/** `YYYY-MM-DD`, a day of the calendar. */
export function calendarDay(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const date = match ? new Date(`${match[0]}T00:00:00Z`) : undefined;
  if (
    !match ||
    !date ||
    Number(match[1]) < 1800 ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== match[0]
  )
    throw new InvalidArgumentError('Write a day of the calendar as YYYY-MM-DD, such as 2020-07-01.');
  return match[0];
}

/** A whole number from `low` to `high`. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text.replaceAll(',', '').replaceAll('_', ''));
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`Give a whole number from ${low} to ${high}.`);
    return value;
  };
}

/** A number from 0 to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Give a share from 0 to 1, such as 0.01 for one person in a hundred.');
  return value;
}

/** `a,b,c` without blanks around the names. */
export function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** An option that may be given several times. */
export function severalFiles(path: string, before: readonly string[] = []): string[] {
  return [...before, path];
}
