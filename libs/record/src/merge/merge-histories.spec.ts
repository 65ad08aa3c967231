import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type History } from '../history';
import { historyOfLines, linesOf, SOURCES, type Source } from '../testing/merge-case';
import { mergeHistories } from './merge-histories';

type MergeCase = {
  readonly name: string;
  readonly gives: readonly string[];
  readonly problems?: readonly string[];
  readonly born?: readonly number[];
  readonly deceased?: boolean;
} & Partial<Record<Source, readonly string[]>>;

const CASES = parse(readFileSync(join(__dirname, '../../cases/merge.yaml'), 'utf8')) as readonly MergeCase[];
const historiesOf = (each: MergeCase): readonly History[] =>
  SOURCES.flatMap((source) => (each[source] ? [historyOfLines(source, each[source])] : []));

describe(mergeHistories.name, () => {
  it.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const histories = historiesOf(each);
    const before = JSON.stringify(histories);
    const merged = mergeHistories('p', histories);
    expect(linesOf(merged)).toEqual(each.gives);
    const said = merged.problems.map(({ code }) => code).filter((code) => each.born || code !== 'missing-birth-date');
    expect([...said].sort()).toEqual([...(each.problems ?? [])].sort());
    if (each.born) expect(merged.birthDates).toEqual(each.born);
    expect(merged.deceased).toBe(each.deceased ?? false);
    expect(JSON.stringify(histories)).toBe(before);
  });

  it.each(CASES.map((each) => [each.name, each] as const))('with itself is itself: %s', (_name, each) => {
    for (const history of [...historiesOf(each), mergeHistories('p', historiesOf(each))])
      expect(mergeHistories(history.person, [history, history])).toEqual(history);
  });

  it('a case number that may have lost zeros is settled by a source that writes it whole, for all counts of the case', () => {
    const cut = (number: string): History => {
      const one = historyOfLines('court', [
        `FRESNO | ${number} | 1 | 11359 HS | 1998-05-06 convicted felony`,
        `FRESNO | ${number} | 2 | 459 PC | 1998-05-06 convicted felony`,
      ]);
      const doubtful = (step: History['cycles'][number]['steps'][number]): typeof step => ({
        ...step,
        counts: step.counts.map((count) => ({ ...count, doubts: ['case-number' as const] })),
      });
      return { ...one, cycles: one.cycles.map((cycle) => ({ ...cycle, steps: cycle.steps.map(doubtful) })) };
    };
    const doubts = ({ cycles }: History): unknown[] =>
      cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.map((count) => count.doubts)));
    const state = historyOfLines('state', ['FRESNO | 0012377 | 1 | 11359 HS | 1998-05-06 convicted felony']);
    expect(doubts(mergeHistories('p', [state, cut('12377')]))).toEqual([undefined, undefined]);
    const silent = historyOfLines('state', ['FRESNO |  | 1 | 11359 HS | 1998-05-06 convicted felony']);
    expect(doubts(mergeHistories('p', [silent, cut('12377')]))).toEqual([['case-number'], ['case-number']]);
  });

  it('keeps a line as often as a source names it: with two parts of a sentence it is two rows', () => {
    const charge = 'FRESNO | F1234 | 1 | 11359 HS | 1998-05-06 convicted felony';
    const state = historyOfLines('state', [charge]);
    const sheet = historyOfLines('sheet', [`${charge}, 2005-01-03 set-aside-1203.4`]);
    const rows = ({ cycles }: History): number =>
      cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.flatMap((count) => count.rows))).length;
    expect(rows(sheet)).toBe(2);
    expect(rows(mergeHistories('p', [state, sheet]))).toBe(rows(state) + rows(sheet));
  });

  it('shows papers and facts the rows and orders of the state, and others none that the state could have', () => {
    const state = historyOfLines('state', ['FRESNO | F1234 | 1 | 11359 HS | 1998-05-06 convicted felony']);
    const court = historyOfLines('court', [
      'FRESNO | F1234 | 1 | 11359 HS | 1998-05-06 convicted felony',
      'FRESNO | F1234 | 2 | 459 PC | 1998-05-06 convicted felony',
    ]);
    const counts = mergeHistories('p', [state, court]).cycles.flatMap(({ steps }) =>
      steps.flatMap((step) => step.counts),
    );
    expect(counts.map(({ order, rows }) => [order, rows.map(({ file, row }) => `${file}:${row}`)])).toEqual([
      ['101001001000', ['0:0', '1:0']],
      ['101001002900', ['1:1']],
    ]);
    expect(counts[0]?.dispositions.map(({ row }) => row)).toEqual([0]);
  });

  it('keeps two records of one file apart that have no number and the same orders', () => {
    const one = historyOfLines('court', ['FRESNO | F1234 | 1 | 11359 HS | 1998-05-06 convicted felony']);
    const two = historyOfLines('court', [
      'born 1970-01-01',
      'FRESNO | F9999 | 1 | 11359 HS | 2001-05-06 convicted felony',
    ]);
    const keys = mergeHistories('p', [one, two]).cycles.flatMap(({ subject, steps }) =>
      steps.flatMap(({ counts }) => counts.map(({ order }) => `${subject}:${order}`)),
    );
    expect(keys).toEqual(['0:101001001900', '1:101001001900']);
  });

  it('is incomplete as soon as one of them is, or somebody has not answered who is who', () => {
    const state = historyOfLines('state', [
      'born 1970-01-01',
      'FRESNO | F1234 | 1 | 11359 HS | 1998-05-06 convicted felony',
    ]);
    expect(mergeHistories('p', [state, { ...state, incomplete: true }]).incomplete).toBe(true);
    const asked = mergeHistories('p', [state], { incomplete: true, problems: [{ code: 'possible-other-record' }] });
    expect([asked.incomplete, asked.person, asked.problems]).toEqual([true, 'p', [{ code: 'possible-other-record' }]]);
    expect(mergeHistories('p', [state])).toEqual({ ...state, person: 'p' });
  });
});
