import { type CalendarDate, type History, printDate } from '@clearway/record';
import {
  decidePerson,
  type DecidedConviction,
  type Policy,
  reliefFiled,
  ruleWords,
  type TraceStep,
} from '@clearway/rules';
import { type Side } from './side';

/** Why a conviction is decided otherwise on a later day. */
export interface Why {
  /** The first day of the new answer; the day before it still has the old one. */
  readonly day: CalendarDate;
  /** Rules whose verdict changed on that day, in words with citation. */
  readonly rules: readonly string[];
  /** Facts of these rules that changed. */
  readonly facts: readonly string[];
}

/**
 * The day between two days on which the answer leaves that of the first, and what changed on it: found by halving, so that no rule has
 * to say of itself when it turns. When the answer changes more than once it is one of these days.
 */
export function whyMoved(history: History, key: string, sides: readonly [Side, Side], county: string): Why {
  const [from, to] = sides[0].asOf <= sides[1].asOf ? sides : [sides[1], sides[0]];
  const { policy } = from;
  const at = (day: number): DecidedConviction | undefined =>
    decidePerson(history, policy, { county, asOf: dayOf(day) }).convictions.find((each) => each.key === key);
  const before = answerOf(at(numberOf(from.asOf)));
  let low = numberOf(from.asOf);
  let high = numberOf(to.asOf);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (answerOf(at(middle)) === before) low = middle;
    else high = middle;
  }
  const [last, first] = [at(low), at(high)];
  return { day: dayOf(high), ...changed(last?.determination.trace ?? [], first?.determination.trace ?? [], policy) };
}

export function whyCells({ day, rules, facts }: Why): readonly string[] {
  return [printDate(day), rules.join('; '), facts.join('; ')];
}

export const WHY_COLUMNS = ['Changes On', 'Rules That Change', 'Facts That Change'] as const;

function answerOf(conviction: DecidedConviction | undefined): string {
  return conviction ? `${conviction.determination.outcome} ${reliefFiled(conviction.determination)}` : '';
}

function changed(
  before: readonly TraceStep[],
  after: readonly TraceStep[],
  policy: Policy,
): Pick<Why, 'rules' | 'facts'> {
  const old = new Map(before.map((each) => [each.rule, each]));
  const now = new Map(after.map((each) => [each.rule, each]));
  const rules: string[] = [];
  const facts = new Set<string>();
  for (const rule of new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(rule), now.get(rule)];
    if (one?.verdict === other?.verdict && one?.presumed === other?.presumed) continue;
    const { words, citation } = ruleWords(rule, policy);
    rules.push(`${words}${citation === '' ? '' : ` [${citation}]`}: ${verdict(one)} before, ${verdict(other)} since`);
    for (const each of changedFacts(one, other)) facts.add(each);
  }
  return { rules, facts: [...facts] };
}

function verdict(step: TraceStep | undefined): string {
  if (!step) return 'not asked';
  return `${step.verdict === 'cannot-tell' ? 'cannot tell' : step.verdict}${step.presumed ? ' (presumed)' : ''}`;
}

/** Facts that read otherwise; where all read the same (a birth date beside another day), those that the rule used. */
function changedFacts(one: TraceStep | undefined, other: TraceStep | undefined): readonly string[] {
  const old = new Map((one?.facts ?? []).map((each) => [each.name, each.value]));
  const facts = (other ?? one)?.facts ?? [];
  const differing = facts.filter(({ name, value }) => old.has(name) && old.get(name) !== value);
  if (differing.length > 0)
    return differing.map(({ name, value }) => `${name}: ${old.get(name) ?? ''} before, ${value} since`);
  return facts.map(({ name, value }) => `${name} ${value}`);
}

const DAY = 24 * 3600 * 1000;

function numberOf(day: CalendarDate): number {
  return Date.UTC(Math.trunc(day / 10000), (Math.trunc(day / 100) % 100) - 1, day % 100) / DAY;
}

function dayOf(number: number): CalendarDate {
  const date = new Date(number * DAY);
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
