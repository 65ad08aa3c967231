import { MISSING_DATE } from '@clearway/record';
import { type Outcome, questionWords } from '@clearway/rules';
import { type Column, drawTable, type Flow, type TableStyle } from '@clearway/typesetting';
import { type LettersCounts } from '../run/reported-run';
import { type SummaryInput } from '../summary/summary-json';
import { byBothParts } from '../tally/read-table';
import { OUTCOMES } from '../tally/relief-given';
import {
  type Bar,
  drawBars,
  drawColumns,
  drawFigures,
  drawLegend,
  outcomesIn,
  PANEL,
  put,
  QUIET,
  totalOf,
} from './chart';
import { capitalised, counted, grouped, longDate, outcomeTitle, share } from './words';

const TABLE = { size: 9.5, leading: 12.5, gap: 10 };
/** For tables with a column for each of many outcomes. */
const NARROW = { size: 8, leading: 10.5, gap: 4 };
const ROW = 16.5;
const TEXT = { size: 10.5, leading: 14.5, spaceAfter: 6 };

/** A heading, on a new page when what must stand with it (`keep`, in points) would be parted. */
export function heading(flow: Flow, text: string, keep = 90): void {
  flow.space(8);
  flow.paragraph(text, {
    style: 'bold',
    size: 13.5,
    leading: 19,
    spaceAfter: 3,
    keepWithNext: Math.min(keep, 600),
    role: 'H2',
  });
  flow.document.bookmark(text, flow.page, flow.y + 22);
}

/** Height of a table whose cells have one line each and whose head has two. */
export function tableHeight(rows: number): number {
  return rows * ROW + 42;
}

export function prose(flow: Flow, text: string): void {
  flow.paragraph(text, TEXT);
}

/** A table as wide as the page: widths are parts of the whole. */
export function table(
  flow: Flow,
  columns: readonly (readonly [title: string, part: number, align?: 'right'])[],
  rows: readonly (readonly string[])[],
  style: TableStyle = TABLE,
): void {
  const parts = columns.reduce((sum, [, part]) => sum + part, 0);
  const drawn: Column[] = columns.map(([title, part, align]) => ({
    title,
    width: (part / parts) * flow.width,
    align: align ?? 'left',
  }));
  drawTable(flow, drawn, rows, style);
  flow.space(10);
}

/** A replay must not be taken for a filing. */
export function replayNotice(flow: Flow): void {
  const height = 36;
  flow.ensure(height + 8);
  flow.page.rectangle(flow.left, flow.y - height, flow.width, height, {
    fill: [1, 0.95, 0.83],
    stroke: [0.9, 0.6, 0.11],
    lineWidth: 1,
  });
  put(flow.page, flow.left + 10, flow.y - 15, 'For comparison, not for filing.', { size: 10.5, style: 'bold' });
  put(
    flow.page,
    flow.left + 10,
    flow.y - 28,
    'This run repeats an earlier policy. Where it gives less than the statute does, the statute stands.',
    { size: 10 },
  );
  flow.y -= height + 10;
}

export function keyFigures(flow: Flow, { tally }: SummaryInput): void {
  const { numbers, tables } = tally;
  drawFigures(flow, [
    { number: grouped(numbers.convictions), words: 'convictions decided' },
    { number: grouped(numbers.convictionsWithRelief), words: 'of them with relief' },
    { number: grouped(numbers.peopleWithRelief), words: 'people with relief' },
    { number: grouped(tables.outcomes['review'] ?? 0), words: 'for an attorney to answer' },
  ]);
}

export function background(flow: Flow, { run, tally }: SummaryInput): void {
  const { numbers, earliestConviction } = tally;
  const read = run.files.reduce((sum, file) => sum + file.rowsRead, 0);
  const rejected = run.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const rows = `${counted(read, 'row', 'rows')} in ${counted(run.files.length, 'file', 'files')} tell of ${counted(numbers.people, 'person', 'people')} with ${counted(numbers.convictionsOnRecord, 'conviction', 'convictions')} of any kind in any county.`;
  const since =
    earliestConviction === MISSING_DATE
      ? ''
      : ` The earliest cannabis conviction of this county whose date is known was on ${longDate(earliestConviction)}.`;
  const unread =
    rejected === 0
      ? ' Every row could be read.'
      : ` ${capitalised(counted(rejected, 'row', 'rows'))} could not be read; the records concerned are treated as incomplete, so that nothing is decided on what is missing.`;
  const only =
    numbers.peopleOnlyRejected === 0
      ? ''
      : ` ${capitalised(counted(numbers.peopleOnlyRejected, 'person stands', 'people stand'))} in such rows alone, so that nothing could be decided about them: see rejected_rows.csv.`;
  prose(flow, `${rows}${since}${unread}${only}`);
}

export function outcomes(flow: Flow, { tally }: SummaryInput): void {
  const { numbers, tables } = tally;
  heading(flow, 'What was decided');
  if (numbers.convictions === 0) return prose(flow, 'The files hold no cannabis conviction of this county.');
  const present = OUTCOMES.filter((outcome) => (tables.outcomes[outcome] ?? 0) > 0);
  const rows = present.map((outcome) => [
    outcomeTitle(outcome),
    grouped(tables.outcomes[outcome] ?? 0),
    share(tables.outcomes[outcome] ?? 0, numbers.convictions),
  ]);
  table(
    flow,
    [
      ['Outcome', 6],
      ['Convictions', 2, 'right'],
      ['Share', 2, 'right'],
    ],
    [...rows, ['All', grouped(numbers.convictions), share(numbers.convictions, numbers.convictions)]],
  );
  const { convictionsReliefNotAsked: notAsked } = numbers;
  if (notAsked > 0)
    prose(
      flow,
      `For ${counted(notAsked, 'conviction', 'convictions')} among these relief is not asked for, because it was given before or is challenged: ${notAsked === 1 ? 'it counts' : 'they count'} above by what was decided, and not as “with relief”.`,
    );
}

export function bySection(flow: Flow, { tally }: SummaryInput): void {
  const bars = barsOf(tally.tables.outcomesBySection, (section) =>
    section === 'unknown' ? 'not readable' : `HS ${section}`,
  );
  if (bars.length === 0) return;
  heading(flow, 'By section of the Health and Safety Code', bars.length * 21 + 44 + tableHeight(bars.length));
  drawLegend(flow, outcomesIn(bars));
  flow.space(6);
  drawBars(flow, bars);
  flow.space(6);
  outcomeTable(flow, 'Section', bars);
}

export function byDecade(flow: Flow, { tally }: SummaryInput): void {
  const bars = barsOf(tally.tables.outcomesByDecade, (decade) => (decade === 'unknown' ? 'no date' : decade));
  if (bars.length === 0) return;
  heading(flow, 'By decade of the conviction', 166 + tableHeight(bars.length));
  drawLegend(flow, outcomesIn(bars));
  drawColumns(flow, bars);
  flow.space(4);
  outcomeTable(flow, 'Decade', bars);
}

function barsOf(counts: Readonly<Record<string, number>>, label: (key: string) => string): readonly Bar[] {
  return [...byBothParts(counts)].map(([key, parts]) => ({ label: label(key), parts }));
}

/** Short heads, so that all outcomes fit beside one another. */
const OUTCOME_HEADS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'Dismissed, sealed',
  dismiss: 'Dismissed',
  'redesignate-infraction': 'To infraction',
  'redesignate-misdemeanor': 'To misde- meanor',
  'dismiss-sentence': 'Sentence dismissed',
  'recall-and-resentence': 'Recalled',
  review: 'For review',
  'refer-to-other-prosecutor': 'Other prosecutor',
  'not-eligible': 'Not eligible',
};

/** The same numbers as the chart, for whoever does not see it. */
function outcomeTable(flow: Flow, first: string, bars: readonly Bar[]): void {
  const present = outcomesIn(bars);
  const head: [string, number, 'right'?][] = [
    [first, 3.6],
    ...present.map((outcome): [string, number, 'right'] => [OUTCOME_HEADS[outcome], 3, 'right']),
    ['All', 2.8, 'right'],
  ];
  const rows = bars.map((bar) => [
    bar.label,
    ...present.map((outcome) => grouped(bar.parts.get(outcome) ?? 0)),
    grouped(totalOf(bar)),
  ]);
  table(flow, head, rows, present.length > 5 ? NARROW : TABLE);
}

export function impact(flow: Flow, { run, tally }: SummaryInput): void {
  const now = tally.tables.impact;
  const all = tally.tables.impactDismissAll;
  heading(flow, "Effect on people's records", 60 + tableHeight(3));
  prose(
    flow,
    `What would be left on the record if every relief of this run is granted, beside what would be left if every cannabis conviction of this county were dismissed. A question that is open counts with its floor only. The last seven years are those before ${longDate(run.asOf)}.`,
  );
  const row = (words: string, key: string): readonly string[] => [
    words,
    grouped(now[key] ?? 0),
    grouped(all[key] ?? 0),
  ];
  table(
    flow,
    [
      ['People who', 6],
      ['Under this policy', 2.4, 'right'],
      ['If all were dismissed', 2.4, 'right'],
    ],
    [
      row('no longer have a felony on their record', 'noFelony'),
      row('no longer have any conviction on their record', 'noConviction'),
      row('no longer have a conviction of the last seven years', 'noConvictionLast7Years'),
    ],
  );
}

export function reasons(flow: Flow, { tally }: SummaryInput): void {
  const rows = Object.entries(tally.tables.reasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (rows.length === 0) return;
  heading(flow, 'By which rule');
  table(
    flow,
    [
      ['Determination and reason, as in the results files', 8],
      ['Convictions', 2, 'right'],
    ],
    rows.map(([reason, n]) => [reason.replace(/^: /, '') || 'none', grouped(n)]),
  );
}

export function questions(flow: Flow, { tally }: SummaryInput): void {
  const { tables, numbers } = tally;
  const rows = Object.entries(tables.questions).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (rows.length === 0) return;
  heading(flow, 'What the record cannot tell');
  const withFloor = Object.entries(tables.floorsInReview).reduce(
    (sum, [floor, n]) => sum + (floor === 'none' ? 0 : n),
    0,
  );
  prose(
    flow,
    `${capitalised(counted(tables.outcomes['review'] ?? 0, 'conviction waits', 'convictions wait'))} for an answer, of ${counted(numbers.peopleInReview, 'person', 'people')}. ${withFloor === 0 ? 'None of them has relief that can be filed before the answer' : `For ${grouped(withFloor)} of them some relief is filed now; it is not kept waiting`}. One conviction can raise several questions.`,
  );
  table(
    flow,
    [
      ['Question', 6],
      ['Look in', 4],
      ['Convictions', 2, 'right'],
    ],
    rows.map(([code, n]) => [questionWords(code).words, questionWords(code).lookIn, grouped(n)]),
  );
}

export function papersAndLetters(flow: Flow, { papers, letters }: SummaryInput): void {
  if (!papers && !letters) return;
  heading(flow, 'Papers and letters', tableHeight(8));
  const rows: string[][] = [];
  if (papers) {
    const filedBefore = papers.unfiledByReason['already-filed'] ?? 0;
    rows.push(
      ['Convictions on the papers and in court_update.csv', grouped(papers.courtUpdateRows)],
      ['Cases on the papers, counted once for each person in them', grouped(papers.cases)],
      ['Packets released after every value was read back', grouped(papers.packetsReleased)],
      ['Packets withheld because a value read back differed', grouped(papers.packetsWithheld)],
      [
        'Convictions with relief that cannot be filed yet (cannot_file.csv)',
        grouped(papers.cannotFileRows - filedBefore),
      ],
      ...(filedBefore > 0
        ? [['Convictions that were filed before (already-filed in cannot_file.csv)', grouped(filedBefore)]]
        : []),
      ...(papers.challenges
        ? [
            ['Notices of challenge drawn (challenges.csv)', grouped(papers.challenges.notices)],
            [
              'Challenged convictions without a notice',
              grouped(papers.challenges.countsWithheld + papers.challenges.countsWithoutNotice),
            ],
          ]
        : []),
      ...(papers.batchesWithoutAttorney
        ? [
            [
              'Batches whose papers name no attorney: say in prosecutors.yaml who signs',
              grouped(papers.batchesWithoutAttorney),
            ],
          ]
        : []),
      ...(papers.dangers
        ? [
            [
              'Entries to look at before the papers are signed (danger_list.csv)',
              grouped(Object.values(papers.dangers).reduce((sum, count) => sum + count, 0)),
            ],
          ]
        : []),
    );
  }
  if (letters) {
    rows.push(
      ['Letters, one for each person', grouped(letters.letters)],
      ['Letters for which no address is known', grouped(letters.withoutAddress)],
      ['People with relief who are recorded as deceased and get none', grouped(letters.deceasedLeftOut)],
      ['People whose letter waits: all of their relief is on no paper (letters_held.csv)', grouped(letters.heldBack)],
      ['Letters that speak of a part of the relief only: the rest is on no paper', grouped(letters.inPart)],
      ...contactRows(letters),
    );
  }
  table(
    flow,
    [
      ['What', 8],
      ['Number', 2, 'right'],
    ],
    rows,
  );
}

/** What was wrong with the contact file, where there is something to say. */
function contactRows({ contactKeysContradicted, contactKeysShared, contactKeysUnknown }: LettersCounts): string[][] {
  return [
    ['People of the contact file with two different addresses (none is used)', contactKeysContradicted] as const,
    ['SUBJECT_IDs of the contact file that two people share (not used)', contactKeysShared] as const,
    ['People of the contact file who are not in this run', contactKeysUnknown] as const,
  ]
    .filter(([, n]) => n > 0)
    .map(([words, n]) => [words, grouped(n)]);
}

/** A thin panel under the title with the facts of the run. */
export function facts(flow: Flow, { run }: SummaryInput): void {
  const lines = [
    ['As of', longDate(run.asOf)],
    ['Policy', `${run.policy.name} (${run.policy.kind === 'replay' ? 'replay, for comparison' : 'for filing'})`],
    ['Policy version', run.policy.hash.slice(0, 12)],
    ['Rule set', run.ruleSetHash.slice(0, 12)],
  ] as const;
  const height = lines.length * 14 + 10;
  flow.page.rectangle(flow.left, flow.y - height, flow.width, height, { fill: PANEL });
  lines.forEach(([name, value], i) => {
    const y = flow.y - 16 - i * 14;
    put(flow.page, flow.left + 12, y, name, { size: 10, colour: QUIET });
    put(flow.page, flow.left + 100, y, value, { size: 10 });
  });
  flow.y -= height + 12;
}
