import fc from 'fast-check';
import { type Count, type History } from '../history';
import { historyOfLines, linesOf, SOURCES, type Source } from '../testing/merge-case';
import { mergeHistories } from './merge-histories';

/** A count that is true; each source writes it in its own way, or not at all. */
interface TrueCount {
  readonly inCase: number;
  readonly section: string;
  readonly severity: string;
  readonly seen: Readonly<Record<Source, boolean>>;
  /** How the source writes the case number. */
  readonly spelling: Readonly<Record<Source, number>>;
}

const SPELLINGS: readonly ((year: string, number: string) => string)[] = [
  (year, number) => `F${year}-0${number}`,
  (year, number) => `F${year}-${number}`,
  (year, number) => `f ${year} 0${number}-A`,
  (year, number) => `F${year}-0${number} A`,
  () => '',
];
const bySource = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Record<Source, Value>> =>
  fc.record({ state: of, court: of, sheet: of });
const trueCount: fc.Arbitrary<TrueCount> = fc.record({
  inCase: fc.integer({ min: 0, max: 3 }),
  section: fc.constantFrom('11359 HS', '11357(A) HS', '459 PC'),
  severity: fc.constantFrom('felony', 'misdemeanor'),
  seen: bySource(fc.boolean()),
  spelling: bySource(fc.integer({ min: 0, max: SPELLINGS.length - 1 })),
});

/** The line of each count that the source has. Cases are of different years, so that a day names one. */
function viewOf(source: Source, counts: readonly TrueCount[], reversed: boolean): History {
  const own = counts.flatMap(({ inCase, section, severity, seen, spelling }, i) => {
    if (!seen[source]) return [];
    const year = String(90 + inCase);
    const number = SPELLINGS[spelling[source]]?.(year, String(1230 + inCase)) ?? '';
    return [`FRESNO | ${number} | ${i + 1} | ${section} | 19${year}-05-06 convicted ${severity}`];
  });
  return historyOfLines(source, reversed ? own.reverse() : own);
}

function countsOf(history: History): readonly Count[] {
  return history.cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts));
}

/** What each count says and who says it, wherever it stands. */
function said(history: History): readonly string[] {
  return linesOf(history)
    .map((line) =>
      line
        .replace(/^cycle \d+ \| /, '')
        .split(' | ')
        .filter((_, at) => at !== 1)
        .join(' | '),
    )
    .sort();
}

const counts = fc.array(trueCount, { minLength: 1, maxLength: 6 });
/** Of one section and case there is one count, so that nothing but the sources makes two of it. */
const distinctCounts = fc.uniqueArray(trueCount, {
  minLength: 1,
  maxLength: 6,
  selector: ({ inCase, section }) => `${inCase} ${section}`,
});
const parameters = { numRuns: 500, seed: 5 };

describe('merging any sources', () => {
  it('has each conviction that any source has, once', () => {
    fc.assert(
      fc.property(distinctCounts, fc.boolean(), (all, reversed) => {
        const views = SOURCES.map((source) => viewOf(source, all, reversed && source === 'court'));
        const seen = all.filter(({ seen: by }) => SOURCES.some((source) => by[source]));
        expect(countsOf(mergeHistories('p', views))).toHaveLength(seen.length);
      }),
      parameters,
    );
  });

  it('makes no fewer convictions than one source has, and keeps every row once', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (all, reversed) => {
        const views = SOURCES.map((source) => viewOf(source, all, reversed && source === 'court'));
        const merged = countsOf(mergeHistories('p', views));
        expect(merged.length).toBeGreaterThanOrEqual(Math.max(...views.map((each) => countsOf(each).length)));
        const rows = (of: readonly Count[]): readonly string[] =>
          of.flatMap((each) => each.rows.map(({ file, row }) => `${file}:${row}`)).sort();
        expect(rows(merged)).toEqual(rows(views.flatMap(countsOf)));
        expect(
          new Set(merged.map(({ order }) => order)).size === merged.length ||
            new Set(views.flatMap(({ subjects }) => subjects)).size > 1,
        ).toBe(true);
        for (const each of merged) for (const { row } of each.dispositions) expect(each.rows[row]).toBeDefined();
      }),
      parameters,
    );
  });

  it('gives the same convictions however the sources are put together', () => {
    fc.assert(
      fc.property(distinctCounts, (all) => {
        const [state, court, sheet] = SOURCES.map((source) => viewOf(source, all, false)) as [
          History,
          History,
          History,
        ];
        const merge = (...each: History[]): History => mergeHistories('p', each);
        const whole = said(merge(state, court, sheet));
        expect(said(merge(merge(state, court), sheet))).toEqual(whole);
        expect(said(merge(state, merge(court, sheet)))).toEqual(whole);
        expect(said(merge(state, sheet, court)).length).toEqual(whole.length);
      }),
      parameters,
    );
  });

  it('with itself changes nothing', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const merged = mergeHistories(
          'p',
          SOURCES.map((source) => viewOf(source, all, false)),
        );
        // One source may write one case in two ways; that is put right at most once.
        const again = mergeHistories('p', [merged, merged]);
        expect(said(again)).toEqual(said(merged));
        expect(mergeHistories('p', [again, again])).toEqual(again);
      }),
      parameters,
    );
  });
});
