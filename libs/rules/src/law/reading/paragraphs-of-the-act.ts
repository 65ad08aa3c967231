import { earliestDay } from '@clearway/record';
import { offenceOf, type Conviction } from '../../person/convictions';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';

const IN_FORCE = parameter('act.in-force', AS_KNOWN_TODAY).value;

/**
 * An offence of before the Act can be pleaded to after it, under the Act's own paragraphs. The old 11357 had letters without
 * numbers and the old 11358 had no subdivisions, so a later conviction of 11357(b)(2) or 11358(c) is of the new text.
 */
export function isUnderTheActsParagraphs(conviction: Conviction): boolean {
  if (earliestDay(conviction.date) < IN_FORCE) return false;
  const { section, path } = offenceOf(conviction);
  return section === '11358' ? path.length > 0 : path.length > 1;
}

/** The elements of 11357(b) and of 11358(c) and (d), as the Act wrote them, are an amount over the limit. */
export function isOverLimitByElements(conviction: Conviction): boolean {
  const { section, path } = offenceOf(conviction);
  const letter = path[0] ?? '';
  const over = section === '11357' ? letter === 'b' : section === '11358' && (letter === 'c' || letter === 'd');
  return over && isUnderTheActsParagraphs(conviction);
}
