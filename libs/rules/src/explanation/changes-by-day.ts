import { addYears, isFullDate, printDate, type CalendarDate, type History } from '@clearway/record';
import { decidePerson } from '../engine/decide-person';
import { type DecidedConviction, type Determination } from '../engine/determination';
import { type Policy, type RunFacts } from '../engine/policy';
import { isBetter, isWhileServing } from '../engine/relief-order';
import { convictionsOf } from '../person/convictions';
import { endOf } from '../person/sentence-term';
import { type Change } from './explanation';

/** How far an explanation looks ahead: further than any threshold that a policy can name for a living person. */
const YEARS_AHEAD = 60;

interface TurningDay {
  readonly day: CalendarDate;
  readonly words: string;
}

/**
 * The first day after the as-of date on which the person has more, if no new conviction comes between: `on 2027-03-02, ten
 * years after the conviction of 2017-03-02`. Tries every day on which something that a policy or the statute counts comes due.
 */
export function changesByDay(
  history: History,
  policy: Policy,
  run: RunFacts,
  conviction: DecidedConviction,
): readonly Change[] {
  const now = conviction.determination;
  for (const { day, words } of turningDays(history, policy, run.asOf)) {
    const then = decidePerson(history, policy, { ...run, asOf: day }).convictions.find(
      (each) => each.key === conviction.key,
    )?.determination;
    if (!then || !isMore(then, now)) continue;
    return [{ words: `on ${printDate(day)}, ${words}`, outcome: then.outcome, on: day }];
  }
  return [];
}

function isMore(then: Determination, now: Determination): boolean {
  if (then.questions.length > 0 || then.relief === 'none') return false;
  const before = now.questions.length > 0 ? now.floor : now.relief;
  // Who has served the sentence goes through the other door.
  return isWhileServing(before) ? then.relief !== before : isBetter(then.relief, before);
}

function turningDays(history: History, policy: Policy, asOf: CalendarDate): readonly TurningDay[] {
  const days: TurningDay[] = [];
  const spans = spansOf(policy);
  for (const each of convictionsOf(history, asOf)) {
    if (!isFullDate(each.date)) continue;
    const end = endOf(each.sentence, each.date);
    if (end !== each.date && !each.sentence.endless) days.push({ day: end, words: 'when the sentence ends' });
    for (const years of spans) {
      const words = `${years} years after the conviction of ${printDate(each.date)}`;
      days.push({ day: addYears(each.date, years), words }, { day: nextDay(addYears(each.date, years)), words });
    }
  }
  for (const born of history.birthDates.filter(isFullDate)) {
    for (const years of spans) days.push({ day: addYears(born, years), words: `at the age of ${years}` });
  }
  const last = addYears(asOf, YEARS_AHEAD);
  return days.filter(({ day }) => day > asOf && day <= last).sort((a, b) => a.day - b.day);
}

/** The numbers of years that the policy's steps name. */
function spansOf(policy: Policy): readonly number[] {
  const spans = policy.steps.flatMap((step) => step.when.map((each) => each.with['years']));
  return [...new Set(spans.filter((each) => typeof each === 'number'))];
}

function nextDay(date: CalendarDate): CalendarDate {
  const next = new Date(Date.UTC(Math.trunc(date / 10000), (Math.trunc(date / 100) % 100) - 1, (date % 100) + 1));
  return next.getUTCFullYear() * 10000 + (next.getUTCMonth() + 1) * 100 + next.getUTCDate();
}
