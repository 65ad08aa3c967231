import { dayOf, isFullDate, monthOf, type PartialDate, yearOf } from '@clearway/record';
import { levelCode } from '../model/model-source';

const SAME = levelCode('birth', 'same');
const SWAPPED = levelCode('birth', 'swapped');
const DIGIT = levelCode('birth', 'digit');
const MONTH = levelCode('birth', 'month');
const YEAR_ONLY = levelCode('birth', 'year-only');
const SAME_YEAR = levelCode('birth', 'same-year');
const NEAR = levelCode('birth', 'near');
const DIFFERENT = levelCode('birth', 'different');
const FAR = levelCode('birth', 'far');

/** Two birth dates that are not missing: the code of their level. A date a generation away is far, whatever its digits are. */
export function compareBirths(one: PartialDate, other: PartialDate, farYears: number): number {
  if (one === other && isFullDate(one)) return SAME;
  const years = Math.abs(yearOf(one) - yearOf(other));
  if (years >= farYears) return FAR;
  if (isFullDate(one) && isFullDate(other)) {
    if (years === 0 && monthOf(one) === dayOf(other) && dayOf(one) === monthOf(other)) return SWAPPED;
    if (oneSlip(one, other)) return DIGIT;
    return years === 0 ? SAME_YEAR : years <= 2 ? NEAR : DIFFERENT;
  }
  if (years > 0) return years <= 2 ? NEAR : DIFFERENT;
  if (monthOf(one) === 0 || monthOf(other) === 0) return YEAR_ONLY;
  return monthOf(one) === monthOf(other) ? MONTH : SAME_YEAR;
}

/** One digit differs, or two neighbours changed places. */
function oneSlip(one: number, other: number): boolean {
  let [left, right, at] = [one, other, 0];
  let [first, second, count] = [-1, -1, 0];
  const digits: [number, number][] = [];
  while (left > 0 || right > 0) {
    const [a, b] = [left % 10, right % 10];
    if (a !== b) {
      count += 1;
      if (count > 2) return false;
      if (count === 1) first = at;
      else second = at;
      digits.push([a, b]);
    }
    left = (left - a) / 10;
    right = (right - b) / 10;
    at += 1;
  }
  if (count === 1) return true;
  return second === first + 1 && digits[0]?.[0] === digits[1]?.[1] && digits[0]?.[1] === digits[1]?.[0];
}
