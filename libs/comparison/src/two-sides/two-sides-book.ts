import { type CalendarDate } from '@clearway/record';
import { countyTitle, longDate } from '@clearway/reports';
import { ALL, type Book, type BookSection, countId, type Sentence } from '../book/book';
import { type Side } from './side';
import { convictionsBy, effectsTable, matrix, peopleBy, type Tabled } from './tables';
import { DIMENSIONS, type Dimension, type TwoSidesTally } from './tally';

/** What a comparison of two sides is about. */
export interface TwoSidesRun {
  readonly county: string;
  readonly sides: readonly [Side, Side];
  /** What differs: the policy, or the day. */
  readonly differ: 'policy' | 'day';
  readonly ruleSetHash: string;
  readonly files: readonly string[];
}

const BY: Readonly<Record<Dimension, string>> = {
  section: 'section',
  decade: 'decade of the conviction',
  age: 'age',
  race: 'race',
};

/** The book of two policies, or of two days. */
export function twoSidesBook(tally: TwoSidesTally, run: TwoSidesRun): Book {
  const titles = [run.sides[0].title, run.sides[1].title] as const;
  const parts = {
    convictions: matrix('convictions', tally.convictions, titles),
    people: matrix('people', tally.people, titles),
    effects: effectsTable(tally, titles),
    by: DIMENSIONS.map(
      (each) => [each, convictionsBy(each, tally.byDimension.get(each) ?? new Map(), titles)] as const,
    ),
    peopleBy: [...tally.peopleByDimension].map(([each, counts]) => [each, peopleBy(each, counts, titles)] as const),
  };
  const tabled: readonly Tabled[] = [
    parts.convictions,
    parts.people,
    parts.effects,
    ...parts.by.map(([, each]) => each),
    ...parts.peopleBy.map(([, each]) => each),
  ];
  const sections: BookSection[] = [
    {
      heading: 'What changes',
      sentences: opening(run),
      table: parts.effects.table,
      chart: { id: 'effects', title: 'Effect on records', columns: ['side0', 'side1'] },
    },
    { heading: 'Convictions, from outcome to outcome', sentences: [MATRIX_WORDS], table: parts.convictions.table },
    { heading: 'People, from outcome to outcome', sentences: [PEOPLE_WORDS], table: parts.people.table },
    ...parts.by.map(
      ([dimension, { table }]): BookSection => ({
        heading: `Convictions by ${BY[dimension]}`,
        sentences: dimension === 'age' ? [[`Age on ${longDate(laterDay(run))}.`]] : [],
        table,
        chart: { id: table.id, title: `Convictions with relief, by ${BY[dimension]}`, columns: ['relief0', 'relief1'] },
      }),
    ),
    ...parts.peopleBy.map(
      ([dimension, { table }]): BookSection => ({
        heading: `People by ${BY[dimension]}`,
        sentences: [],
        table,
        chart: {
          id: table.id,
          title: `People with no felony left, by ${BY[dimension]}`,
          columns: ['noFelony0', 'noFelony1'],
        },
      }),
    ),
  ];
  return {
    title: run.differ === 'policy' ? 'Two policies compared' : 'Two days compared',
    subtitle: `Cannabis convictions of ${countyTitle(run.county)} County: ${titles[0]} and ${titles[1]}`,
    asOf: laterDay(run),
    facts: factsOf(run),
    sections,
    relations: tabled.flatMap((each) => each.relations),
    unshown: new Map(tabled.flatMap((each) => [...each.unshown])),
    withheld: new Set(),
  };
}

function laterDay({ sides }: TwoSidesRun): CalendarDate {
  return Math.max(sides[0].asOf, sides[1].asOf);
}

function factsOf({ sides, differ, ruleSetHash, files }: TwoSidesRun): Book['facts'] {
  const policy = ({ policy }: Side): string =>
    `${policy.name} (${policy.kind === 'replay' ? 'replay, for comparison' : 'for filing'})`;
  const days: Book['facts'] =
    differ === 'day'
      ? [
          ['First day', longDate(sides[0].asOf)],
          ['Second day', longDate(sides[1].asOf)],
          ['Policy', policy(sides[0])],
        ]
      : [
          ['First policy', policy(sides[0])],
          ['Second policy', policy(sides[1])],
          ['As of', longDate(sides[0].asOf)],
        ];
  return [
    ...days,
    ['Files', files.length > 3 ? `${files.length} files` : files.join(', ')],
    ['Rule set', ruleSetHash.slice(0, 12)],
  ];
}

function opening({ sides, differ }: TwoSidesRun): readonly Sentence[] {
  const count = (table: string, row: string, column: string): { count: string } => ({
    count: countId(table, row, column),
  });
  const [first, second] = sides.map((each) => each.title);
  const kind = differ === 'policy' ? 'under' : 'on';
  return [
    [
      count('convictions', ALL, ALL),
      ' convictions of ',
      count('people', ALL, ALL),
      ` people were decided twice, ${kind} ${first ?? ''} and ${kind} ${second ?? ''}. Relief is filed for `,
      count('effects', 'relief', 'side0'),
      ' convictions by the first and for ',
      count('effects', 'relief', 'side1'),
      ' by the second; ',
      count('effects', 'relief', 'gained'),
      ' have it by the second alone, ',
      count('effects', 'relief', 'lost'),
      ' by the first alone.',
    ],
    [
      'A question that is open counts with its floor, which is filed meanwhile. A felony is removed when it is dismissed or reduced. "None of the last seven years" are people who had a conviction in those years and have none left. "Only the second" are those who have it by the second and not by the first.',
    ],
  ];
}

const MATRIX_WORDS: Sentence = [
  'Each conviction stands once: in the row of its first outcome, in the column of its second. What stands on the diagonal did not move. "Not asked" are convictions that only one side asks about: the statute gives a row to every near miss, the earlier tools did not.',
];
const PEOPLE_WORDS: Sentence = [
  'A person stands under the best outcome among the convictions, so that each person counts once.',
];
