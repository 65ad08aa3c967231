import { type OldResults } from '@clearway/earlier-tools';
import { type CalendarDate } from '@clearway/record';
import { countyTitle, longDate } from '@clearway/reports';
import {
  ALL,
  type Book,
  type BookSection,
  columnsAddUp,
  countId,
  type CountTable,
  type Relation,
  rowsAddUp,
  same,
  type Sentence,
} from '../book/book';
import { type Side } from '../two-sides/side';
import { restsOf } from '../two-sides/tables';
import {
  BY,
  byTable,
  causeTable,
  classTable,
  missingTable,
  peopleTable,
  reliefTable,
  thenAndNow,
  tieTable,
} from './against-tables';
import { type AgainstTally, type OwedBy } from './tally';

export interface AgainstBookRun {
  readonly county: string;
  readonly today: Side;
  readonly oldAsOf: CalendarDate;
  readonly old: OldResults;
  readonly oldNames: readonly string[];
  readonly files: readonly string[];
  readonly ruleSetHash: string;
}

const TOOLS = { desktop: 'the desktop tool', 'los-angeles': 'the Los Angeles tool', clearway: 'Clearway' } as const;

/** The book of old results against the statute of today. */
export function againstBook(tally: AgainstTally, run: AgainstBookRun): Book {
  const owed = reliefTable(tally);
  const classes = classTable(tally);
  const causes = causeTable(tally);
  const matrix = thenAndNow(tally);
  const missing = missingTable(tally);
  const ties = tieTable(tally, run.old);
  const people = peopleTable(tally);
  const by = (['section', 'decade', 'age', 'race'] as const).map(
    (each) => [each, byTable(each, tally.by[each])] as const,
  );
  const rests = [classes, causes, ...by.map(([, table]) => table)].map((table) =>
    restsOf(table, [[table.columns[0]?.id ?? '', ['owed']]]),
  );
  const peopleRests = restsOfRows(tally);
  const sections = sectionsOf(tally, run, { owed, classes, causes, matrix, missing, ties, people, by });
  const tables = sections.flatMap((each) => each.table ?? []);
  return {
    title: 'Still owed relief',
    subtitle: `What ${[...new Set(run.old.tools.map((each) => TOOLS[each]))].join(' and ')} said about ${countyTitle(run.county)} County, beside the statute of today`,
    asOf: run.today.asOf,
    facts: factsOf(run),
    sections,
    relations: [
      ...tables.filter((table) => table.rows.some((row) => row.id === ALL)).flatMap((table) => rowsAddUp(table)),
      ...columnsAddUp(matrix),
      ...rests.flatMap((each) => each.relations),
      ...peopleRests.relations,
      ...sharedTotals(tally),
    ],
    unshown: new Map([...rests.flatMap((each) => [...each.unshown]), ...peopleRests.unshown]),
    withheld: new Set(),
  };
}

/** The same number in two tables. */
function sharedTotals(tally: AgainstTally): Relation[] {
  const total = (table: string, column: string): string => countId(table, ALL, column);
  return [
    same(total('owed', 'convictions'), total('classes', 'owed')),
    same(total('then-and-now', ALL), total('classes', 'convictions')),
    same(total('causes', 'owed'), total('classes', 'owed')),
    {
      plus: [
        total('causes', 'convictions'),
        ...(tally.classes.has('same') ? [countId('classes', 'same', 'convictions')] : []),
      ],
      minus: [total('classes', 'convictions')],
    },
    ...(['section', 'decade'] as const).flatMap((each) => [
      same(total(`owed-by-${each}`, 'owed'), total('classes', 'owed')),
      same(total(`owed-by-${each}`, 'convictions'), countId('ties', 'listed', 'convictions')),
    ]),
    ...(['age', 'race'] as const).flatMap((each) => [
      same(total(`owed-by-${each}`, 'owed'), countId('people', 'owed', 'people')),
      same(total(`owed-by-${each}`, 'people'), countId('people', 'decided', 'people')),
    ]),
    { plus: [tie('both'), tie('old-only')], minus: [tie('answers')] },
    { plus: [tie('both'), tie('not-in-old')], minus: [tie('listed')] },
    ...(['old-only', 'not-in-old'] as const)
      .filter((each) => tally.classes.has(each))
      .map((each) => same(tie(each), countId('classes', each, 'convictions'))),
    ...[...tally.dateMissing.keys()]
      .filter((each) => each === 'date-missing')
      .map((each) => same(countId('missing', each, 'convictions'), countId('classes', each, 'convictions'))),
  ];
}

function tie(row: string): string {
  return countId('ties', row, 'convictions');
}

/** People who are owed nothing, those alive who are, and those not cleared on a missing date. */
function restsOfRows({ people }: AgainstTally): { relations: Relation[]; unshown: Map<string, number> } {
  const cell = (row: string): string => countId('people', row, 'people');
  const rests = [
    ['owed nothing', 'decided', 'owed', people.decided - people.owed],
    ['owed and alive', 'owed', 'deceased', people.owed - people.owedDeceased],
    ['no date missing', 'decided', 'missing', people.decided - people.dateMissing],
  ] as const;
  return {
    relations: rests.map(([rest, whole, part]) => ({ plus: [cell(part), cell(rest)], minus: [cell(whole)] })),
    unshown: new Map(rests.map(([rest, , , n]) => [cell(rest), n])),
  };
}

function factsOf({ today, oldAsOf, old, oldNames, files, ruleSetHash }: AgainstBookRun): Book['facts'] {
  return [
    ['Old results', oldNames.length > 2 ? `${oldNames.length} files` : oldNames.join(', ')],
    ['Written by', old.tools.map((each) => TOOLS[each]).join(' and ')],
    ['As of, then', longDate(oldAsOf)],
    ['As of, today', longDate(today.asOf)],
    [
      'Policy today',
      `${today.policy.name} (${today.policy.kind === 'replay' ? 'replay, for comparison' : 'for filing'})`,
    ],
    ['Files', files.length > 3 ? `${files.length} files` : files.join(', ')],
    ['Rule set', ruleSetHash.slice(0, 12)],
  ];
}

interface Tables {
  readonly owed: CountTable;
  readonly classes: CountTable;
  readonly causes: CountTable;
  readonly matrix: CountTable;
  readonly missing: CountTable;
  readonly ties: CountTable;
  readonly people: CountTable;
  readonly by: readonly (readonly [OwedBy, CountTable])[];
}

function sectionsOf(tally: AgainstTally, run: AgainstBookRun, tables: Tables): readonly BookSection[] {
  const count = (table: string, row: string, column: string): { count: string } => ({
    count: countId(table, row, column),
  });
  const lead: Sentence[] = [
    [
      count('people', 'owed', 'people'),
      ' people are still owed relief, for ',
      count('owed', ALL, 'convictions'),
      ` convictions. The statute gives it to them today (${longDate(run.today.asOf)}), and the old results did not.`,
    ],
    [
      'Owed is what can be filed now: where a question is open, the floor that is filed meanwhile. That the relief of the old results was carried out is assumed here, because they do not tell. Check it with the court: whoever was marked eligible and never received an order is owed relief too, and is not in these numbers.',
    ],
  ];
  const sections: BookSection[] = [
    { heading: 'Who is still owed relief', sentences: lead, table: tables.people },
    {
      heading: 'What is owed',
      sentences: [],
      table: tables.owed,
      chart: { id: 'owed', title: 'Convictions for which relief is owed', columns: ['convictions'] },
    },
    {
      heading: 'The old answers beside the statute',
      sentences: [
        [
          'Each conviction of either side stands in exactly one line. "Given beyond the statute" was the choice of the office, or a defect in the person\'s favor; nothing is taken back.',
        ],
      ],
      table: tables.classes,
      chart: { id: 'classes', title: 'Old answers beside the statute', columns: ['convictions', 'owed'] },
    },
    {
      heading: 'Why they differ',
      sentences: [
        [
          'Each difference has one cause. A letter and a number (G7, L2) name a known defect of the earlier tool. The old policy was run again without its defects: where that gives the old answer, the cause is a choice of the policy, or time that has passed.',
        ],
      ],
      table: tables.causes,
    },
  ];
  if (tables.missing.rows.length > 1) {
    sections.push({
      heading: 'Cleared because a date was missing',
      sentences: [
        [
          count('people', 'missing', 'people'),
          ' people were cleared because the earlier tool took a missing date for the year 1, and so the person for old, or the conviction for long ago. For some the statute gives the same; for the others the date must be found.',
        ],
      ],
      table: tables.missing,
    });
  }
  sections.push({ heading: 'From the old determination to the outcome today', sentences: [], table: tables.matrix });
  for (const [dimension, table] of tables.by) {
    const ofPeople = dimension === 'age' || dimension === 'race';
    sections.push({
      heading: `${ofPeople ? 'People' : 'Convictions'} by ${BY[dimension]}`,
      sentences: dimension === 'race' ? [['Race as the state writes it, the first one written for the person.']] : [],
      table,
      chart: { id: table.id, title: `Relief owed, by ${BY[dimension]}`, columns: [table.columns[0]?.id ?? '', 'owed'] },
    });
  }
  sections.push({
    heading: 'The numbers tie out',
    sentences: [['Found and not found make what was read, on both sides.']],
    table: tables.ties,
  });
  return sections;
}
