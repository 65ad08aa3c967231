import { PairComparer, type PairLevels } from '../compare/compare-pair';
import { joinByNumbers } from '../numbers/number-joins';
import { type IdentityRecord } from '../record/identity-record';
import { RecordTable } from '../table/record-table';
import { UnitTable } from '../table/unit-table';
import { type Chances, type Field, FIELDS, LEVELS, MISSING, type ModelSource } from './model-source';
import { Weighing } from './weighing';

/** No chance is taken to be smaller, however rarely it was seen. */
const FLOOR_M = 0.0005;
const FLOOR_U = 0.00001;

/**
 * Measures m and u of every level on records whose people are known: m on all pairs of one person that no number joins, u
 * on pairs drawn by `draw` (a whole number below its argument, of a seeded generator).
 */
export function fitModel(
  input: Iterable<IdentityRecord>,
  personOf: (record: number) => number,
  model: ModelSource,
  pairs: number,
  draw: (below: number) => number,
): ModelSource {
  const records = new RecordTable(input);
  const weighing = new Weighing(model);
  const { groups, sharedSsns, doubted } = joinByNumbers(records, [], weighing.farYears);
  const units = new UnitTable(records, groups, sharedSsns, doubted);
  const comparer = new PairComparer(units, weighing);
  const person = (unit: number): number => personOf(units.members.item(units.members.start(unit)));
  const [same, other] = [new Counts(), new Counts()];
  const unitsOf = new Map<number, number[]>();
  for (let unit = 0; unit < units.length; unit++) {
    const known = unitsOf.get(person(unit));
    if (known === undefined) unitsOf.set(person(unit), [unit]);
    else known.push(unit);
  }
  for (const group of unitsOf.values()) {
    group.forEach((one, at) => group.slice(at + 1).forEach((two) => same.count(comparer.compare(one, two))));
  }
  for (let i = 0; i < pairs; i++) {
    const [one, two] = [draw(units.length), draw(units.length)];
    if (person(one) !== person(two)) other.count(comparer.compare(one, two));
  }
  const fields = Object.fromEntries(FIELDS.map((field) => [field, levelsOf(field, same, other, model.fields[field])]));
  return { ...model, fields: fields as ModelSource['fields'] };
}

/** A field that hardly any pair of one person has keeps what the model said before. */
function levelsOf(
  field: Field,
  same: Counts,
  other: Counts,
  before: Readonly<Record<string, Chances>>,
): Record<string, Chances> {
  if (same.having(field) < 100) return { ...before };
  return Object.fromEntries(
    LEVELS[field].map((level, code) => [
      level,
      { m: same.share(field, code, FLOOR_M), u: other.share(field, code, FLOOR_U) },
    ]),
  );
}

/** How often each level was seen. */
class Counts {
  private readonly seen = new Map<Field, Float64Array>(FIELDS.map((field) => [field, new Float64Array(16)]));

  count({ name, birth, case: cases, sex, ssn }: PairLevels): void {
    const codes: Readonly<Record<Field, number>> = {
      last: name.last,
      first: name.first,
      order: name.order,
      middle: name.middle,
      suffix: name.suffix,
      birth,
      case: cases,
      sex,
      ssn,
    };
    for (const field of FIELDS) {
      const counts = this.seen.get(field);
      if (counts) counts[codes[field]] = (counts[codes[field]] as number) + 1;
    }
  }

  /** How many pairs have the field on both sides. */
  having(field: Field): number {
    const counts = this.seen.get(field) ?? new Float64Array(16);
    return counts.reduce((sum, count) => sum + count, 0) - (counts[MISSING] as number);
  }

  /** The share of a level among the pairs that have the field, to four digits that count. */
  share(field: Field, code: number, floor: number): number {
    const counts = this.seen.get(field) ?? new Float64Array(16);
    const all = this.having(field);
    const share = ((counts[code] as number) + 0.5) / (all + 0.5 * LEVELS[field].length);
    return Number(Math.max(share, floor).toPrecision(4));
  }
}
