import { type Count, type SourceRow, type SourceSays } from '../history';
import { readDate } from '../corrections/correction-value';
import { earliestDay, latestDay, MISSING_DATE, type PartialDate, printDate } from '../partial-date';
import { arrestDateOf } from '../quality/count-parts';
import { placeOf } from '../quality/place-of';
import { type CycleDraft } from './placed-count';

/** The arrest of a cycle as one source has it: the day of the offense. `row`: its own; absent where only the counts say it. */
export interface Arrest {
  readonly date: PartialDate;
  readonly row?: SourceRow;
}

/** The arrests of cycles before anything is put together. */
export function arrestsOf(cycles: readonly CycleDraft[]): ReadonlyMap<CycleDraft, Arrest> {
  return new Map(cycles.map((cycle) => [cycle, arrestOf(cycle)]));
}

function arrestOf(cycle: CycleDraft): Arrest {
  const date = arrestDateOf(cycle);
  const row = cycle.steps.find((each) => each.type === 'arrest' && each.date === date)?.counts[0]?.rows[0];
  return row ? { date, row } : { date };
}

/** What the sources of a count say of its arrest; nothing where they have none. */
export function saysOfArrest(count: Count, arrest: Arrest | undefined): readonly SourceSays[] {
  const before = count.says?.filter(({ of }) => of === 'arrest') ?? [];
  if (before.length > 0) return before;
  const at = placeOf(arrest?.row ?? count.rows[0]);
  return !at || !arrest || arrest.date === MISSING_DATE ? [] : [{ of: 'arrest', value: printDate(arrest.date), at }];
}

/** The count with what its sources say of the arrest, where they say different days; a partial one that a full one fills in is alike. */
export function withArrests(count: Count, said: readonly SourceSays[]): Count {
  const says = count.says?.filter(({ of }) => of !== 'arrest') ?? [];
  const all = differ(said) ? [...says, ...distinct(said)] : says;
  const { says: _, ...rest } = count;
  return all.length === 0 ? rest : { ...rest, says: all };
}

/** An arrest that the base knows in part is filled in from another source. */
export function fillInArrest(cycle: CycleDraft, { date }: Arrest = { date: MISSING_DATE }): void {
  const fills = (known: PartialDate): boolean =>
    known !== date && known !== MISSING_DATE && date !== MISSING_DATE && lies(date, known);
  if (fills(cycle.date)) cycle.date = date;
  for (const step of cycle.steps) if (step.type === 'arrest' && fills(step.date)) step.date = date;
}

/** The arrests that sources of a count give where they disagree; none where they do not. */
export function disputedArrests({ says = [] }: Pick<Count, 'says'>): readonly PartialDate[] {
  return [...new Set(says.filter(({ of }) => of === 'arrest').map(({ value }) => readDate(value)))];
}

function differ(said: readonly SourceSays[]): boolean {
  const dates = said.map(({ value }) => readDate(value));
  return dates.some((one) => dates.some((other) => !lies(one, other) && !lies(other, one)));
}

function lies(inner: PartialDate, outer: PartialDate): boolean {
  return earliestDay(outer) <= earliestDay(inner) && latestDay(inner) <= latestDay(outer);
}

function distinct(said: readonly SourceSays[]): readonly SourceSays[] {
  const seen = new Set<string>();
  return said.filter(({ value, at }) => {
    const key = `${value} ${at.file} ${at.row} ${at.line}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
