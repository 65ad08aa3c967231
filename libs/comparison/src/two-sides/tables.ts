import { outcomeTitle } from '@clearway/reports';
import { ALL, columnsAddUp, countId, type CountTable, type Relation, rowsAddUp, same } from '../book/book';
import { CONVICTION_MEASURES, EFFECTS, type EffectName, PERSON_MEASURES } from './measures';
import { AGE_BANDS, COMPARED_OUTCOMES, type OutcomeOrNone } from './side';
import { type Counted, type Dimension, type TwoSidesTally } from './tally';

/** A table with the sums in which it stands. */
export interface Tabled {
  readonly table: CountTable;
  readonly relations: readonly Relation[];
  /** Numbers that are printed nowhere and follow from the table. */
  readonly unshown: ReadonlyMap<string, number>;
}

const NONE: ReadonlyMap<string, number> = new Map();

/** From which outcome to which, with totals. */
export function matrix(
  id: 'convictions' | 'people',
  counts: ReadonlyMap<string, number>,
  titles: readonly [string, string],
): Tabled {
  const found = [...counts.keys()].map((key) => key.split('|') as [OutcomeOrNone, OutcomeOrNone]);
  const at = (side: 0 | 1): OutcomeOrNone[] =>
    COMPARED_OUTCOMES.filter((each) => found.some((pair) => pair[side] === each));
  const columns = at(1);
  const rows = at(0).map((from) => {
    const line = columns.map((to) => counts.get(`${from}|${to}`) ?? 0);
    return { id: from, title: titleOf(from), counts: [...line, sum(line)] };
  });
  const totals = [...columns, ALL].map((_, i) => sum(rows.map((row) => row.counts[i] ?? 0)));
  const table: CountTable = {
    id,
    head: `${titles[0]}, to the right: ${titles[1]}`,
    columns: [...columns.map((each) => ({ id: each, title: titleOf(each) })), { id: ALL, title: 'All' }],
    rows: [...rows, { id: ALL, title: 'All', counts: totals }],
  };
  return { table, relations: [...rowsAddUp(table), ...columnsAddUp(table)], unshown: NONE };
}

export function titleOf(outcome: OutcomeOrNone): string {
  return outcome === 'not-listed' ? 'Not asked' : outcomeTitle(outcome);
}

const EFFECT_TITLES: Readonly<Record<EffectName, string>> = {
  relief: 'Convictions with relief filed',
  felonies: 'Felonies removed',
  people: 'People with relief',
  noFelony: 'People with no felony left',
  noConviction: 'People with no conviction left',
  noConvictionLast7Years: 'People with none of the last seven years',
};

/** The effect on records: both sides, and who is only on one. */
export function effectsTable(tally: TwoSidesTally, titles: readonly [string, string]): Tabled {
  const columns = [
    { id: 'side0', title: titles[0] },
    { id: 'side1', title: titles[1] },
    { id: 'gained', title: 'Only the second' },
    { id: 'lost', title: 'Only the first' },
  ];
  const rows = EFFECTS.map((name) => {
    const { side0, side1, gained, lost } = tally.effects[name];
    return { id: name, title: EFFECT_TITLES[name], counts: [side0, side1, gained, lost] };
  });
  const cell = (name: string, column: string): string => countId('effects', name, column);
  const relations = EFFECTS.map(
    (name): Relation => ({
      plus: [cell(name, 'side0'), cell(name, 'gained')],
      minus: [cell(name, 'side1'), cell(name, 'lost')],
    }),
  );
  return { table: { id: 'effects', head: 'What', columns, rows }, relations, unshown: NONE };
}

/** Convictions by a dimension; totals are those of the other tables. */
export function convictionsBy(
  dimension: Dimension,
  counts: Counted<(typeof CONVICTION_MEASURES)[number]>,
  titles: readonly [string, string],
): Tabled {
  const id = `convictions-by-${dimension}`;
  const columns = [
    { id: 'convictions', title: 'Convictions' },
    { id: 'relief0', title: `Relief, ${titles[0]}` },
    { id: 'relief1', title: `Relief, ${titles[1]}` },
    { id: 'more', title: 'More by the second' },
    { id: 'less', title: 'Less by the second' },
    { id: 'felonies0', title: `Felonies removed, ${titles[0]}` },
    { id: 'felonies1', title: `Felonies removed, ${titles[1]}` },
  ];
  const table = dimensionTable(id, dimension, columns, CONVICTION_MEASURES, counts);
  const rests = restsOf(table, [
    ['convictions', ['relief0']],
    ['convictions', ['relief1']],
    ['convictions', ['more', 'less']],
    ['relief0', ['felonies0']],
    ['relief1', ['felonies1']],
  ]);
  const total = (column: string): string => countId(id, ALL, column);
  const shared = [
    same(total('convictions'), countId('convictions', ALL, ALL)),
    ...([0, 1] as const).flatMap((side) => [
      same(total(`relief${side}`), countId('effects', 'relief', `side${side}`)),
      same(total(`felonies${side}`), countId('effects', 'felonies', `side${side}`)),
    ]),
    ...(dimension === 'section'
      ? []
      : ['more', 'less'].map((each) => same(total(each), countId('convictions-by-section', ALL, each)))),
  ];
  return { table, relations: [...rowsAddUp(table), ...rests.relations, ...shared], unshown: rests.unshown };
}

/** People by a dimension. */
export function peopleBy(
  dimension: Dimension,
  counts: Counted<(typeof PERSON_MEASURES)[number]>,
  titles: readonly [string, string],
): Tabled {
  const id = `people-by-${dimension}`;
  const columns = [
    { id: 'people', title: 'People' },
    ...(['relief', 'noFelony', 'noConviction'] as const).flatMap((name) =>
      ([0, 1] as const).map((side) => ({ id: `${name}${side}`, title: `${PERSON_TITLES[name]}, ${titles[side]}` })),
    ),
  ];
  const table = dimensionTable(id, dimension, columns, PERSON_MEASURES, counts);
  const rests = restsOf(
    table,
    columns.slice(1).map((column): [string, string[]] => ['people', [column.id]]),
  );
  const total = (column: string): string => countId(id, ALL, column);
  const effect = { relief: 'people', noFelony: 'noFelony', noConviction: 'noConviction' } as const;
  const shared = [
    same(total('people'), countId('people', ALL, ALL)),
    ...(['relief', 'noFelony', 'noConviction'] as const).flatMap((name) =>
      [0, 1].map((side) => same(total(`${name}${side}`), countId('effects', effect[name], `side${side}`))),
    ),
  ];
  return { table, relations: [...rowsAddUp(table), ...rests.relations, ...shared], unshown: rests.unshown };
}

const PERSON_TITLES = { relief: 'Relief', noFelony: 'No felony left', noConviction: 'No conviction left' } as const;
const DIMENSION_HEADS: Readonly<Record<Dimension, string>> = {
  section: 'Section',
  decade: 'Decade',
  age: 'Age',
  race: 'Race, as the state writes it',
};

function dimensionTable<Measure extends string>(
  id: string,
  dimension: Dimension,
  columns: CountTable['columns'],
  measures: readonly Measure[],
  counts: Counted<Measure>,
): CountTable {
  const order = (value: string): string =>
    dimension === 'age'
      ? String((AGE_BANDS as readonly string[]).indexOf(value))
      : /^(?:HS|[12]\d{3}s|[A-Z])/.test(value) && !/^(?:NOT STATED|OTHER WORDS)$/.test(value)
        ? `0${value}`
        : `1${value}`;
  const rows = [...counts]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([value, row]) => ({ id: value, title: value, counts: measures.map((name) => row[name]) }));
  const totals = measures.map((_, i) => sum(rows.map((row) => row.counts[i] ?? 0)));
  return { id, head: DIMENSION_HEADS[dimension], columns, rows: [...rows, { id: ALL, title: 'All', counts: totals }] };
}

/** What is left of a whole beside its parts, in every row: a reader can subtract. */
export function restsOf(
  table: CountTable,
  wholes: readonly (readonly [whole: string, parts: readonly string[]])[],
): { relations: Relation[]; unshown: Map<string, number> } {
  const relations: Relation[] = [];
  const unshown = new Map<string, number>();
  for (const row of table.rows) {
    const value = (column: string): number => row.counts[table.columns.findIndex((each) => each.id === column)] ?? 0;
    for (const [whole, parts] of wholes) {
      const rest = countId(table.id, row.id, `${whole} without ${parts.join(' and ')}`);
      unshown.set(rest, value(whole) - sum(parts.map(value)));
      relations.push({
        plus: [...parts.map((each) => countId(table.id, row.id, each)), rest],
        minus: [countId(table.id, row.id, whole)],
      });
    }
  }
  return { relations, unshown };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
