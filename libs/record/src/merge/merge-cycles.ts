import { courtOrder } from '../assembly/court-order';
import { alikeCharges, sameSection } from '../charge/alike-charges';
import {
  type Count,
  type Cycle,
  type CountDoubt,
  type RecordProblem,
  type RecordProblemCode,
  type SourceSays,
} from '../history';
import { isFullDate } from '../partial-date';
import { spellCasesAlike } from './one-spelling';
import { type Arrest, arrestsOf, fillInArrest, saysOfArrest, withArrests } from './arrests';
import { type CycleDraft, placedCounts, type PlacedCount, type StepDraft } from './placed-count';
import { caseOfBoth, type Pair, sameCounts } from './same-count';
import { uniteCounts } from './unite-counts';
import { commonPart } from './unite-dispositions';
import { ENDS, saysOf } from './what-sources-say';

export interface MergedCycles {
  readonly cycles: readonly Cycle[];
  readonly problems: readonly RecordProblem[];
}

/**
 * Puts the cycles of another source to those of a base, whose counts keep their places, orders and first rows. A count of the other that
 * the base has becomes one with it; of a case or an arrest that the base has, it goes into that cycle; else it keeps its own.
 */
export function mergeCycles(base: CycleDraft[], others: readonly CycleDraft[]): MergedCycles {
  const ofBase = placedCounts(base);
  const ofOther = placedCounts(others);
  const pairs = sameCounts(ofBase, ofOther);
  const arrests = arrestsOf([...base, ...others]);
  const problems: RecordProblem[] = [];
  const united = new Map(pairs.map((pair) => [pair[1], pair]));
  for (const pair of pairs) unite(pair, problems, arrests);
  for (const each of ofBase) inOneCase(each, pairs);
  const doubtful = perhapsRepeated(ofBase, ofOther, pairs);
  for (const [count, code] of doubtful) {
    count.count = withDoubt(count.count, 'repeated');
    problems.push(problemAt(code, count.count));
  }
  for (const [count, end] of perhapsEnded(ofBase, ofOther, pairs)) {
    const says = [count, end].flatMap((each) => saysOf(each.count, 'conviction'));
    replace(count, { ...withDoubt(count.count, 'conviction'), says: [...(count.count.says ?? []), ...says] });
    problems.push(problemAt('sources-disagree', count.count));
  }
  const cycles = [...base];
  for (const cycle of others) {
    const own = ofOther.filter((each) => each.cycle === cycle);
    const target = targetOf(cycle, own, united, ofBase);
    const left = own.filter((each) => !united.has(each));
    if (target) into(target, cycle, left, { cycles, arrests });
    else cycles.push({ ...cycle, steps: stepsOf(left) });
  }
  spellCasesAlike(cycles, ofBase, ofOther);
  return { cycles: cycles.map(withoutEmptySteps), problems };
}

type Arrests = ReadonlyMap<CycleDraft, Arrest>;

function unite([one, other]: Pair, problems: RecordProblem[], arrests: Arrests): void {
  const before = new Set(one.count.doubts ?? []);
  const said = [one, other].flatMap((each) => saysOfArrest(each.count, arrests.get(each.cycle)));
  const count = withArrests(uniteCounts(one.count, other.count), one.ofCourt ? said : []);
  fillInArrest(one.cycle, arrests.get(other.cycle));
  if ((count.doubts ?? []).some((each) => !before.has(each) && !(other.count.doubts ?? []).includes(each)))
    problems.push(problemAt('sources-disagree', count));
  const { step } = one;
  if (step.agency.county.trim() === '' && other.county !== '') step.agency = { ...step.agency, county: other.county };
  if (step.type !== 'court-action' && other.step.type === 'court-action') {
    // The court itself says so: the count belongs into its action.
    step.counts = step.counts.filter((each) => each !== one.count);
    const action = stepLike(one.cycle, other.step) ?? addStep(one.cycle, other.step);
    action.counts.push(count);
    one.step = action;
  } else step.counts[step.counts.indexOf(one.count)] = count;
  one.count = count;
}

/** A count that the other does not have was arrested with those of its case that it has. */
function inOneCase(placed: PlacedCount, pairs: readonly Pair[]): void {
  if (placed.conviction === undefined || pairs.some(([one]) => one === placed)) return;
  const beside = pairs.find(
    ([one]) =>
      one.cycle === placed.cycle &&
      caseOfBoth(one, placed) !== 'no' &&
      one.count.says?.some(({ of }) => of === 'arrest') === true,
  );
  if (beside) replace(placed, withArrests(placed.count, saysOfArrest(beside[0].count, undefined)));
}

/** A count of the base stands in its step. */
function replace(placed: PlacedCount, count: Count): void {
  const { counts } = placed.step;
  const at = counts.indexOf(placed.count);
  if (at >= 0) counts[at] = count;
  placed.count = count;
}

function problemAt(code: RecordProblemCode, { rows }: Count): RecordProblem {
  const [row] = rows;
  return row ? { code, at: { file: row.file, row: row.row, line: row.line } } : { code };
}

function withDoubt(count: Count, doubt: CountDoubt): Count {
  return { ...count, doubts: [...new Set([...(count.doubts ?? []), doubt])].sort() };
}

/**
 * Convictions that only the other source has and that may be one of those that only the base has: of one section, county and day under
 * another case number, or of one case and day with another subdivision, or with the same number and another section. They stay, and a
 * person is told.
 */
function perhapsRepeated(
  base: readonly PlacedCount[],
  others: readonly PlacedCount[],
  pairs: readonly Pair[],
): ReadonlyMap<PlacedCount, RecordProblemCode> {
  const paired = new Set(pairs.flat());
  const left = base.filter((each) => each.conviction !== undefined && !paired.has(each));
  const found = new Map<PlacedCount, RecordProblemCode>();
  for (const other of others) {
    if (other.conviction === undefined || paired.has(other) || other.county === '') continue;
    const at = left.findIndex((each) => perhapsOne(each, other) !== undefined);
    const code = left[at] && perhapsOne(left[at], other);
    if (!code) continue;
    left.splice(at, 1);
    found.set(other, code);
  }
  return found;
}

function perhapsOne(one: PlacedCount, other: PlacedCount): RecordProblemCode | undefined {
  if (one.county !== other.county) return undefined;
  const ofOneCase = caseOfBoth(one, other);
  const sameDay = isFullDate(one.conviction?.date ?? 0) && one.conviction?.date === other.conviction?.date;
  if (ofOneCase === 'no' && sameDay && alikeCharges(one.charge, other.charge) !== 'no')
    return 'one-count-two-case-numbers';
  if (!sameDay || ofOneCase === 'no' || ofOneCase === 'not-said') return undefined;
  return sameSection(one.charge, other.charge) || one.number === other.number ? 'sources-disagree' : undefined;
}

/**
 * Convictions that only one of the two has, each with a count that the other ended on that day in the same case: of the section with another
 * subdivision, or with the same number and another section; where a case number is missing, of the same citation and county. Both stay, and nobody decides that it is a conviction.
 */
function perhapsEnded(
  base: readonly PlacedCount[],
  others: readonly PlacedCount[],
  pairs: readonly Pair[],
): readonly Pair[] {
  const paired = new Set(pairs.flat());
  const left = (all: readonly PlacedCount[], convicted: boolean): readonly PlacedCount[] =>
    all.filter((each) => !paired.has(each) && (convicted ? each.conviction !== undefined : isEnded(each)));
  const taken = new Set<PlacedCount>();
  const find = (convictions: readonly PlacedCount[], ends: readonly PlacedCount[]): readonly Pair[] =>
    convictions.flatMap((one): readonly Pair[] => {
      const end = ends.find((each) => !taken.has(each) && perhapsEndOf(each, one));
      if (!end) return [];
      taken.add(end);
      return [[one, end]];
    });
  return [...find(left(base, true), left(others, false)), ...find(left(others, true), left(base, false))];
}

function isEnded({ ofCourt, conviction, count }: PlacedCount): boolean {
  return ofCourt && conviction === undefined && count.dispositions.some(({ kind }) => ENDS.has(kind));
}

function perhapsEndOf(end: PlacedCount, one: PlacedCount): boolean {
  const sameDay = isFullDate(end.step.date) && end.step.date === one.conviction?.date;
  if (!sameDay || one.county === '' || end.county !== one.county) return false;
  const ofOneCase = caseOfBoth(end, one);
  if (ofOneCase === 'no') return false;
  if (ofOneCase === 'not-said') return alikeCharges(end.charge, one.charge) !== 'no';
  return sameSection(end.charge, one.charge) || end.number === one.number;
}

/** The base's cycle that the other's is: they have a count, a case, or an arrest in common. */
function targetOf(
  cycle: CycleDraft,
  own: readonly PlacedCount[],
  united: ReadonlyMap<PlacedCount, Pair>,
  base: readonly PlacedCount[],
): CycleDraft | undefined {
  for (const each of own) {
    const pair = united.get(each);
    if (pair) return pair[0].cycle;
  }
  const ofCase = base.find(
    (known) =>
      known.ofCourt &&
      own.some(
        (each) =>
          each.ofCourt && known.county === each.county && known.county !== '' && caseOfBoth(known, each) === 'same',
      ),
  );
  if (ofCase) return ofCase.cycle;
  const arrest = base.find(
    (known) =>
      known.step.type === 'arrest' &&
      isFullDate(known.step.date) &&
      own.some(
        (each) =>
          each.step.type === 'arrest' &&
          each.step.date === known.step.date &&
          each.county === known.county &&
          known.county !== '',
      ),
  );
  if (arrest) return arrest.cycle;
  return base.find((known) => known.cycle.subject === cycle.subject && known.cycle.order === cycle.order)?.cycle;
}

/** Puts what is left of a cycle into the base's, each count into a step like its own. */
function into(
  target: CycleDraft,
  cycle: CycleDraft,
  left: readonly PlacedCount[],
  { cycles: all, arrests }: { readonly cycles: readonly CycleDraft[]; readonly arrests: Arrests },
): void {
  if (target.date === 0) target.date = cycle.date;
  else if (cycle.date !== 0 && cycle.date !== target.date && !target.steps.some(({ type }) => type === 'arrest'))
    target.date = commonPart(target.date, cycle.date);
  const used = new Set(
    all
      .filter(({ subject }) => subject === target.subject)
      .flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.map(({ order }) => order))),
  );
  for (const { count: own, step, ofCourt } of left) {
    const said = [...saysOfTarget(target, arrests), ...saysOfArrest(own, arrests.get(cycle))];
    const count = ofCourt ? withArrests(own, said) : own;
    const home = stepLike(target, step) ?? addStep(target, step);
    let number = Math.max(1, Number(count.order.slice(6, 9)));
    let again = 0;
    let order = courtOrder(target.order, home.order, number, again);
    while (used.has(order)) {
      again += 1;
      if (again === 100) [number, again] = [number + 1, 0];
      order = courtOrder(target.order, home.order, number, again);
    }
    used.add(order);
    home.counts.push({ ...count, order });
  }
}

/** The arrest of a cycle to which counts of another source come. */
function saysOfTarget(target: CycleDraft, arrests: Arrests): readonly SourceSays[] {
  const [first] = target.steps.flatMap(({ counts }) => counts);
  return first ? saysOfArrest(first, arrests.get(target)) : [];
}

function stepLike({ steps }: CycleDraft, wanted: StepDraft): StepDraft | undefined {
  const county = wanted.agency.county.trim().toUpperCase();
  return steps.find(
    ({ type, date, agency }) =>
      type === wanted.type &&
      date === wanted.date &&
      agency.county.trim().toUpperCase() === county &&
      (type === 'court-action' || agency.name === wanted.agency.name),
  );
}

function addStep(cycle: CycleDraft, like: StepDraft): StepDraft {
  const last = Math.max(0, ...cycle.steps.map(({ order }) => Number(order) || 0));
  const step = { ...like, order: String(Math.min(last + 1, 999)).padStart(3, '0'), counts: [] };
  cycle.steps.push(step);
  return step;
}

/** The steps of counts that found no place in the base. */
function stepsOf(left: readonly PlacedCount[]): StepDraft[] {
  return [...new Set(left.map(({ step }) => step))].map((step) => ({
    ...step,
    counts: left.filter((each) => each.step === step).map(({ count }) => count),
  }));
}

function withoutEmptySteps({ subject, order, date, steps }: CycleDraft): Cycle {
  return { subject, order, date, steps: steps.filter(({ counts }) => counts.length > 0) };
}
