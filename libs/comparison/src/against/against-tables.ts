import { type OldResults } from '@clearway/earlier-tools';
import { RELIEF_ORDER, reliefWords, type Relief } from '@clearway/rules';
import { ALL, type CountTable } from '../book/book';
import { AGE_BANDS, COMPARED_OUTCOMES } from '../two-sides/side';
import { titleOf } from '../two-sides/tables';
import { AGAINST_CLASSES, CLASS_WORDS } from './classes';
import { type AgainstTally, type OwedBy, type OwedCount } from './tally';

const COLUMNS = [
  { id: 'convictions', title: 'Convictions' },
  { id: 'owed', title: 'Relief owed' },
];

export const BY: Readonly<Record<OwedBy, string>> = {
  section: 'section',
  decade: 'decade of the conviction',
  age: 'age',
  race: 'race',
};

function withTotal(id: string, head: string, columns: CountTable['columns'], rows: CountTable['rows']): CountTable {
  const totals = columns.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0));
  return { id, head, columns, rows: [...rows, { id: ALL, title: 'All', counts: totals }] };
}

export function reliefTable({ owedReliefs }: AgainstTally): CountTable {
  const rows = [...RELIEF_ORDER]
    .reverse()
    .filter((each) => owedReliefs.has(each))
    .map((each: Relief) => ({ id: each, title: capital(reliefWords(each)), counts: [owedReliefs.get(each) ?? 0] }));
  return withTotal('owed', 'Relief that is owed', [{ id: 'convictions', title: 'Convictions' }], rows);
}

export function classTable({ classes }: AgainstTally): CountTable {
  const rows = AGAINST_CLASSES.filter((each) => classes.has(each)).map((each) => ({
    id: each,
    title: CLASS_WORDS[each],
    counts: cells(classes.get(each)),
  }));
  return withTotal('classes', 'What the statute says of the old answer', COLUMNS, rows);
}

export function causeTable({ causes }: AgainstTally): CountTable {
  const found = [...causes]
    .filter(([code]) => code !== 'agree')
    .sort(([a, one], [b, other]) => other.owed - one.owed || other.all - one.all || (a < b ? -1 : 1));
  const rows = found.map(([code, counted]) => ({
    id: code,
    title: /^[GL]\d+$/.test(code) ? `${code}: ${counted.words}` : capital(counted.words),
    counts: cells(counted),
  }));
  return withTotal('causes', 'Cause', COLUMNS, rows);
}

export function thenAndNow({ thenAndNow: counts }: AgainstTally): CountTable {
  const pairs = [...counts.keys()].map((key) => key.split('|') as [string, string]);
  const now = COMPARED_OUTCOMES.filter((each) => pairs.some((pair) => pair[1] === each));
  const columns = [
    ...now.map((each) => ({ id: each, title: each === 'not-listed' ? 'Not listed' : titleOf(each) })),
    { id: ALL, title: 'All' },
  ];
  const rows = [...new Set(pairs.map((pair) => pair[0]))].sort().map((then) => {
    const line = now.map((each) => counts.get(`${then}|${each}`) ?? 0);
    return { id: then, title: then, counts: [...line, line.reduce((sum, n) => sum + n, 0)] };
  });
  return withTotal('then-and-now', 'Old determination, to the right: the statute today', columns, rows);
}

export function missingTable({ dateMissing }: AgainstTally): CountTable {
  const rows = AGAINST_CLASSES.filter((each) => dateMissing.has(each)).map((each) => ({
    id: each,
    title: CLASS_WORDS[each],
    counts: [dateMissing.get(each) ?? 0],
  }));
  return withTotal('missing', 'What the statute says of them', [{ id: 'convictions', title: 'Convictions' }], rows);
}

export function tieTable(tally: AgainstTally, old: OldResults): CountTable {
  const alone = (name: 'old-only' | 'not-in-old'): number => tally.classes.get(name)?.all ?? 0;
  const rows: readonly (readonly [string, string, number])[] = [
    ['answers', 'Convictions with an answer in the old results', old.answers],
    ['both', 'of them found in the files', tally.inBoth],
    ['old-only', 'of them in the old results only', alone('old-only')],
    ['listed', 'Convictions that the statute lists in the files', tally.listed],
    ['not-in-old', 'of them not in the old results', alone('not-in-old')],
  ];
  return {
    id: 'ties',
    head: 'What',
    columns: [{ id: 'convictions', title: 'Convictions' }],
    rows: rows.map(([id, title, n]) => ({ id, title, counts: [n] })),
  };
}

export function peopleTable({ people }: AgainstTally): CountTable {
  const rows: readonly (readonly [string, string, number])[] = [
    ['decided', 'People with a conviction that the statute lists', people.decided],
    ['owed', 'People still owed relief', people.owed],
    ['deceased', 'of them recorded as deceased', people.owedDeceased],
    ['missing', 'People cleared because a date was missing', people.dateMissing],
  ];
  return {
    id: 'people',
    head: 'Who',
    columns: [{ id: 'people', title: 'People' }],
    rows: rows.map(([id, title, n]) => ({ id, title, counts: [n] })),
  };
}

export function byTable(dimension: OwedBy, counts: ReadonlyMap<string, OwedCount>): CountTable {
  const ofPeople = dimension === 'age' || dimension === 'race';
  const columns = ofPeople
    ? [
        { id: 'people', title: 'People' },
        { id: 'owed', title: 'Still owed relief' },
      ]
    : COLUMNS;
  const rank = (value: string): string =>
    dimension === 'age'
      ? String((AGE_BANDS as readonly string[]).indexOf(value))
      : /^(?:no|other|NOT STATED|OTHER WORDS)/.test(value)
        ? `1${value}`
        : `0${value}`;
  const rows = [...counts]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([value, counted]) => ({ id: value, title: value, counts: cells(counted) }));
  return withTotal(`owed-by-${dimension}`, capital(BY[dimension]), columns, rows);
}

function cells(counted: OwedCount | undefined): readonly number[] {
  return [counted?.all ?? 0, counted?.owed ?? 0];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
