import { allOf, type Cell, fillIn, readWorkbook, workbook, type Written } from '@clearway/spreadsheets';
import { recordDecisions } from '../decisions/decisions-file';
import { ReturnedWorkbookError } from '../errors';
import { groupsOf } from '../questions/groups';
import { type ReviewItem } from '../questions/review-item';
import { reviewWorkbook } from '../questions/review-workbook';
import { pairId } from '../same-person/asked-pair';
import { pairQuestions } from '../same-person/pair-questions';
import { askedPair, seenRecord } from '../testing/asked';
import { importReview } from './import-review';

const item = (person: string, question = 'record-incomplete'): ReviewItem => ({
  person,
  key: '0:101001001000',
  questions: [{ question, fact: 'prior', answers: [{ value: 'none', words: 'none', outcome: 'dismiss-and-seal' }] }],
  name: 'NAME',
  ciis: '',
  subjectIds: '',
  citation: 'HS 11359',
  charge: '',
  severity: 'felony',
  convictedOn: '2001-01-01',
  court: 'FRESNO',
  caseNumbers: '00012',
  source: 'a.csv, line 2',
  floor: 'redesignate-misdemeanor',
  standing: 'open',
  basis: 'b',
});

const [A, B, C, D] = [
  seenRecord('a'),
  seenRecord('b', { otherNames: ['ROE,J', 'POE,J'], births: [19800307] }),
  seenRecord('c'),
  seenRecord('d', { convictions: 3 }),
] as const;
/** Nothing waits for the first, one conviction for the second. */
const PAIRS = [askedPair(C, D), askedPair(A, B)];
const ITEMS = [item('person-b'), item('person-d', 'birth-date')];

const exported = (): Promise<Uint8Array> => allOf(reviewWorkbook(groupsOf(ITEMS), pairQuestions(PAIRS, ITEMS)));
const on = (row: number, head: string, value: string | number): Written => ({ sheet: 'One person', head, row, value });
const answered = (row: number, answer: string, reason = 'booking photo'): Written[] => [
  on(row, 'One person?', answer),
  on(row, 'Reason', reason),
];

async function back(written: readonly Written[], partial = false): Promise<ReturnType<typeof importReview>> {
  return importReview(await fillIn(await exported(), written, (name) => `${name} 2`), { partial });
}

/** The workbook after somebody moved or took out rows; row 1 is the first of `rows`. Without `edit` the sheet is gone. */
async function edited(edit?: (rows: Cell[][]) => Cell[][]): Promise<string[]> {
  const sheets = readWorkbook(await exported()).sheets.flatMap(({ name, rows }) => {
    const all: Cell[][] = rows.map(({ cells }) => Array.from({ length: 24 }, (_, i) => cells.get(i)?.text ?? null));
    if (name !== 'One person') return [{ name, columns: [], rows: all }];
    return edit ? [{ name, columns: [], rows: edit(all) }] : [];
  });
  return problemsOf(importOf(await allOf(workbook('Returned', sheets))));
}
const importOf = (bytes: Uint8Array) => () => importReview(bytes, { partial: false });

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ReturnedWorkbookError) return error.problems.map(({ sheet, cell }) => `${sheet} ${cell}`);
    throw error;
  }
  return [];
}

describe('the sheet that asks who is one person', () => {
  it('puts that question first for which most convictions wait, and shows both records one above the other', async () => {
    const rows = readWorkbook(await exported()).sheets[1]?.rows.filter(({ cells }) => cells.size > 0) ?? [];
    const text = (row: number, column: number): string => rows[row]?.cells.get(column)?.text ?? '';
    expect([1, 2, 3].map((row) => text(row, 1))).toEqual(['first', 'second', 'compared']);
    expect([text(1, 15), text(2, 15), text(3, 15)]).toEqual(['a', 'b', pairId('a', 'b')]);
    expect([text(2, 3), text(2, 4)]).toEqual(['ROE,J\nPOE,J', '1980-03-07']);
    expect([text(3, 2), text(3, 4)]).toEqual([
      'the last names are the same (+9.1)',
      'the birth dates differ by one digit (+4.0)',
    ]);
    expect([text(1, 14), text(3, 14)]).toEqual([
      '1 conviction',
      'HS 11359, 2001-01-01, FRESNO, 00012; filed now: redesignated as a misdemeanor',
    ]);
    expect(text(4, 14)).toBe('0 convictions');
  });

  it('is the same bytes for the same questions, and is not there without any', async () => {
    expect(Buffer.compare(await exported(), await exported())).toBe(0);
    const without = await allOf(reviewWorkbook(groupsOf(ITEMS), []));
    expect(Buffer.compare(without, await allOf(reviewWorkbook(groupsOf(ITEMS))))).toBe(0);
    expect(readWorkbook(without).sheets.map(({ name }) => name)).toEqual([
      'Read me',
      'Questions',
      'Convictions',
      'Lists',
    ]);
  });

  it('comes back as decisions, once, and cannot tell is none', async () => {
    const written = [...answered(2, 'One Person'), on(2, 'By', 'P. Legal'), on(2, 'On', '2026-11-20')];
    const { drafts, cannotTell } = await back([...written, on(6, 'One person?', 'cannot tell')]);
    expect(drafts).toEqual([
      {
        person: 'person-a',
        key: pairId('a', 'b'),
        basis: expect.stringMatching(/^[0-9a-f]{16}$/),
        decision: {
          kind: 'same-person',
          records: ['a', 'b'],
          people: ['person-a', 'person-b'],
          reason: 'booking photo',
        },
        signed: { by: 'P. Legal', on: 20261120 },
      },
    ]);
    expect(cannotTell).toBe(1);
    const recorder = { by: 'x', at: '2026-11-23T10:00:00.000Z', day: 20261123 };
    const { text } = recordDecisions('', drafts, recorder);
    expect(recordDecisions(text, (await back(written)).drafts, recorder)).toMatchObject({ text: '', known: 1 });
    const { drafts: refused } = await back(answered(6, 'two people'));
    expect(refused.map(({ decision, signed }) => [decision.kind, signed])).toEqual([
      ['different-people', { by: '', on: 0 }],
    ]);
  });

  it.each([
    ['an answer that is none', [on(2, 'One person?', 'maybe')], ['One person 2 K2']],
    ['no reason', answered(2, 'one person', ''), ['One person 2 L2']],
    ['a reason without an answer', [on(2, 'Reason', 'x')], ['One person 2 K2']],
    ['an answer in a lower row', [on(3, 'One person?', 'one person')], ['One person 2 K3']],
    ['a day that is none', [...answered(2, 'two people'), on(2, 'On', '2026-02-30')], ['One person 2 N2']],
    ['an edited record id', [on(3, 'Record id', 'c')], ['One person 2 P3']],
    ['an edited birth date', [on(3, 'Born', '1980-03-08')], ['One person 2 E3']],
    [
      'an edited code',
      [on(2, 'Code', 'x')],
      ['One person 2 Q2', 'One person 2 B3', 'One person 2 B4', 'One person 2 A1'],
    ],
  ])('%s: sheet and cell, and nothing is taken', async (_what, written, cells) => {
    const bytes = await fillIn(await exported(), written, (name) => `${name} 2`);
    expect(problemsOf(importOf(bytes))).toEqual(cells);
  });

  it('a row that was swapped, copied or taken out is noticed', async () => {
    const swap = (rows: Cell[][], one: number, other: number): Cell[][] =>
      rows.map((row, i) => rows[i === one ? other : i === other ? one : i] ?? row);
    expect(await edited((rows) => rows)).toEqual([]);
    expect((await edited((rows) => swap(rows, 2, 6))).length).toBeGreaterThan(0);
    expect((await edited((rows) => swap(rows, 1, 2))).length).toBeGreaterThan(0);
    expect((await edited((rows) => rows.filter((_, i) => i !== 2))).length).toBeGreaterThan(0);
    expect(await edited((rows) => rows.filter((_, i) => i < 1 || i > 4))).toEqual(['One person A1']);
    expect(await edited((rows) => [...rows, ...rows.slice(1, 4)])).toEqual(['One person A10']);
    expect(await edited()).toEqual(['One person A1']);
    // Whole questions may change places.
    expect(await edited((rows) => [...rows.slice(0, 1), ...rows.slice(5), ...rows.slice(1, 5)])).toEqual([]);
  });

  it('partial takes the questions that are right', async () => {
    const { drafts, problems } = await back([...answered(2, 'one person', ''), ...answered(6, 'two people')], true);
    expect([drafts.map(({ key }) => key), problems.map(({ cell }) => cell)]).toEqual([[pairId('c', 'd')], ['L2']]);
  });
});
