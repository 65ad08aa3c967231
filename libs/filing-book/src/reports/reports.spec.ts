import { type CourtUpdateRow, type MatchQuestion, matchRef, readReceipts } from '@clearway/court-exchange';
import { readCsv } from '@clearway/spreadsheets';
import { checkReceipt, type CheckedReceipt } from '../answers/check-receipt';
import { compareRows, differenceOfRows } from '../batch/difference';
import { type DraftEvent } from '../events/event';
import { applyEvents } from '../state/apply-events';
import { type BookState } from '../state/book-state';
import { batchId, chained, made, receipt, released, sampleRows, sent } from '../testing/sample-batch';
import { bookFacts } from './case-facts';
import { assertTestCameBack, matchesOf, questionsToAsk } from './matches-of';
import { ageOf, openLines, resendLines } from './open-lines';
import { stateDuties } from './state-duties';

const rows = sampleRows(6);
const one = made(1, rows);
const FILED = [one, released(1, one), sent(1)];
const stateOf = (drafts: readonly DraftEvent[]): BookState => applyEvents(chained(drafts));
const ref = (line: number): string => `3f9a01bc44de-${line}`;

describe(checkReceipt.name, () => {
  const check = (
    text: string,
    drafts: readonly DraftEvent[] = FILED,
    known: readonly CourtUpdateRow[] | undefined = rows,
  ): CheckedReceipt =>
    checkReceipt(
      stateOf(drafts),
      () => known,
      readReceipts(Buffer.from(`ref,answer,on,court_case_number\n${text}`), 'r.csv', {
        on: 20261210,
        today: 20261231,
        batch: batchId(1),
      }),
      'r.csv',
    );

  it('* answers every line that the file does not name and that has no answer', () => {
    const checked = check(`*,granted,,\n${ref(2)},denied,,\n`, [...FILED, receipt(1, [[5, 'denied']])]);
    expect(checked.taken.get(batchId(1))?.map(({ ref: one, answer }) => [one, answer])).toEqual(
      [
        [1, 'granted'],
        [3, 'granted'],
        [4, 'granted'],
        [6, 'granted'],
        [2, 'denied'],
      ].map(([line, answer]) => [ref(line as number), answer]),
    );
    expect([checked.passedOver, checked.problems]).toEqual([1, []]);
  });

  it('reports an unknown batch or line, a contradiction, another case, a day before the signature; takes none of them', () => {
    const drafts = [
      ...FILED,
      receipt(1, [
        [1, 'granted'],
        [2, 'granted'],
      ]),
    ];
    const checked = check(
      `${ref(99)},granted,,\n${ref(1)},denied,,\n${ref(2)},granted,,\n${ref(3)},granted,,ZZ1\n${ref(4)},granted,2026-11-30,\n${ref(5)},mismatch,,ZZ2\n${ref(6)},granted,,ba-100005\n`,
      drafts,
    );
    expect(checked.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'ref'],
      [3, 'answer'],
      [5, 'court_case_number'],
      [6, 'answered_on'],
    ]);
    expect(checked.known).toBe(1);
    expect(checked.taken.get(batchId(1))?.map(({ ref: line }) => line)).toEqual([ref(5), ref(6)]);
    const other = checkReceipt(
      stateOf(FILED),
      () => rows,
      readReceipts(Buffer.from(`batch,ref,answer,on\n${batchId(7)},*,granted,2026-12-10\n`), 'r.csv', {
        on: 0,
        today: 20261231,
      }),
      'r.csv',
    );
    expect([other.problems[0]?.column, other.taken.size]).toEqual(['batch', 0]);
    expect(check('*,granted,,\n', [one]).problems).toMatchObject([{ column: 'batch' }]);
  });

  it('the same file again changes nothing', () => {
    const drafts = [...FILED, receipt(1, [[1, 'granted']])];
    expect(check(`${ref(1)},granted,2026-12-10,\n`, drafts)).toMatchObject({
      known: 1,
      problems: [],
      taken: new Map(),
    });
  });
});

describe(openLines.name, () => {
  it('counts from the day it was sent, the oldest first', () => {
    const later = made(
      2,
      sampleRows(1, () => ({ caseNumber: 'ZZ1' })),
    );
    const state = stateOf([...FILED, receipt(1, [[1, 'granted']]), later, released(2, later, '2027-02-01')]);
    const open = openLines(state, '2027-02-15');
    expect(open.map(({ since, days, age }) => [since, days, age])).toEqual([
      ...Array<unknown>(5).fill(['2026-12-02', 75, '61-90']),
      ['2027-02-01', 14, '0-30'],
    ]);
    expect([0, 30, 31, 60, 61, 90, 91].map(ageOf)).toEqual([
      '0-30',
      '0-30',
      '31-60',
      '31-60',
      '61-90',
      '61-90',
      'over-90',
    ]);
  });
});

it('what is sent again: not found and mismatch, with what to do', () => {
  const state = stateOf([
    ...FILED,
    receipt(1, [
      [1, 'not-found'],
      [2, 'mismatch', '2026-12-10', '22CR1'],
      [3, 'granted'],
    ]),
  ]);
  expect(resendLines(state).map(({ line, todo }) => [line.ref, todo.slice(0, 20)])).toEqual([
    [ref(1), 'look for another numb'.slice(0, 20)],
    [ref(2), 'send again under the '.slice(0, 20)],
  ]);
});

describe(stateDuties.name, () => {
  const drafts = [
    ...FILED,
    receipt(1, [
      [1, 'granted', '2026-12-10'],
      [2, 'granted', '2026-12-20'],
      [3, 'denied', '2026-12-10'],
    ]),
  ];
  it.each([
    ['2027-01-09', 0],
    ['2027-01-10', 1],
    ['2027-01-19', 1],
    ['2027-01-20', 2],
  ])('on %s %i orders are overdue: the thirtieth day is in time', (asOf, overdue) => {
    expect(stateDuties(stateOf(drafts), asOf).filter((duty) => duty.overdue)).toHaveLength(overdue);
  });

  it('ends when the state was told, which is never before the order', () => {
    const told = (on: string): DraftEvent => ({
      kind: 'state-told',
      batch: batchId(1),
      refs: [ref(1), ref(3)],
      on,
      how: 'JUS 8715',
    });
    const state = stateOf([...drafts, told('2026-12-15')]);
    expect(stateDuties(state, '2027-01-01').map(({ line }) => line.ref)).toEqual([ref(2)]);
    expect(state.problems).toMatchObject([{ code: 'line.not-granted', refs: [ref(3)] }]);
    expect(stateDuties(stateOf([...drafts, told('2026-12-01')]), '2027-01-01')).toHaveLength(2);
  });
});

describe('lists of cases', () => {
  const question = (caseNumber: string): MatchQuestion => ({
    ref: matchRef('CASC COMPTON', caseNumber, 'DOE, J'),
    courthouse: 'CASC COMPTON',
    courthouseOri: '',
    caseNumber,
    otherCaseNumbers: [],
    defendant: 'DOE, J',
    counts: [],
  });
  const all = ['A1', 'A2', 'A3', '22CR1'].map(question);
  const asked: DraftEvent = {
    kind: 'match-asked',
    test: true,
    refs: [all[0]?.ref ?? '', all[1]?.ref ?? ''],
    listSha256: 'ab'.repeat(32),
  };
  const answered = (...numbers: number[]): DraftEvent => ({
    kind: 'match-answered',
    fileSha256: 'cd'.repeat(32),
    replies: numbers.map((i) => ({
      ref: all[i]?.ref ?? '',
      answer: 'renumbered' as const,
      caseNumber: '22-CR-1',
      courthouse: '',
      on: '2026-12-01',
      note: '',
    })),
  });

  it('the planner asks by court, number and defendant', () => {
    const matches = matchesOf(stateOf([asked, answered(0)]));
    expect(matches('CASC  Compton', 'a-1', 'DOE,J')?.caseNumber).toBe('22-CR-1');
    expect(matches('CASC COMPTON', 'A2', 'DOE, J')).toBeUndefined();
  });

  it('the long list waits for the answers to the short one', () => {
    expect(() => assertTestCameBack(stateOf([]), all)).toThrow(/--test 50/);
    expect(() => assertTestCameBack(stateOf([asked, answered(0)]), all)).toThrow(/1 rows of the test file/);
    expect(() => assertTestCameBack(stateOf([asked, answered(0, 1)]), all)).not.toThrow();
  });

  it('asks nothing twice, and not about a number that the court gave', () => {
    expect(questionsToAsk(stateOf([asked, answered(0)]), all).map(({ caseNumber }) => caseNumber)).toEqual([
      'A2',
      'A3',
    ]);
  });
});

describe(bookFacts.name, () => {
  it('gives a facts file that the next run reads', () => {
    const filed = sampleRows(6, (i) => ({
      ...(i === 1 ? { caseNumber: '22CR1', formerCaseNumber: 'BA100001' } : {}),
      matchKeys: {
        ...rows[i]?.matchKeys,
        ...(i === 0 ? { countOrder: '101002001000' } : {}),
        ...(i === 4 ? { cii: '' } : {}),
      } as CourtUpdateRow['matchKeys'],
    }));
    const batch = made(1, filed);
    const state = stateOf([
      batch,
      released(1, batch),
      receipt(1, [
        [1, 'granted'],
        [2, 'destroyed'],
        [3, 'already-relieved'],
        [4, 'denied'],
        [5, 'granted'],
        [6, 'not-found'],
      ]),
    ]);
    const facts = bookFacts(state, () => filed);
    // cii, case_number, count, section, conviction_date, granted_on, destroyed; `clearway court facts` is read back by the reader.
    expect([...readCsv(facts.csv)].slice(1).map(({ fields }) => fields.slice(0, 7))).toEqual([
      ['A10000000', 'BA100000', '101002001000', '', '', '2026-12-10', ''],
      ['A10000001', 'BA100001', '', 'HS 11359', '1998-03-12', '', 'yes'],
      ['A10000002', 'BA100002', '', 'HS 11359', '1998-03-12', 'yes', ''],
    ]);
    expect(facts.left.map(({ ref: line, reason }) => [line, reason])).toEqual([
      [ref(4), 'denied'],
      [ref(5), 'no-cii'],
    ]);
    expect(bookFacts(state, () => undefined).left.filter(({ reason }) => reason === 'rows-destroyed')).toHaveLength(4);
  });

  it('says nothing of a count that cannot be told from another which stands otherwise', () => {
    const twins = sampleRows(3, (i) =>
      i < 2
        ? {
            caseNumber: 'BA1',
            count: i + 1,
            defendant: 'SAME',
            matchKeys: { ...rows[0]?.matchKeys } as CourtUpdateRow['matchKeys'],
          }
        : {},
    );
    const batch = made(1, twins);
    const state = (second: 'granted' | 'denied') =>
      stateOf([
        batch,
        released(1, batch),
        receipt(1, [
          [1, 'granted'],
          [2, second],
        ]),
      ]);
    expect(bookFacts(state('denied'), () => twins)).toMatchObject({
      rows: 0,
      left: [{ reason: 'several-counts' }, { reason: 'denied' }].reverse(),
    });
    expect(bookFacts(state('granted'), () => twins).rows).toBe(2);
  });
});

it('two batches are compared line by line and field by field', () => {
  const after = sampleRows(6, (i) => (i === 2 ? { relief: 'redesignate-misdemeanor', floorOnly: true } : {}))
    .filter(({ line }) => line !== 1)
    .map((row, i) => ({ ...row, line: i + 1, ref: ref(i + 1) }));
  const compared = compareRows(rows, [...after, ...sampleRows(1, () => ({ caseNumber: 'NEW1' }), 'aaaaaaaaaaaa')]);
  expect(
    compared.changed.map(({ before, fields }) => [
      before.ref,
      ...fields.map((field) => [field.field, field.before, field.after].join(' ')),
    ]),
  ).toEqual([[ref(3), 'floorOnly false true', 'relief dismiss-and-seal redesignate-misdemeanor']]);
  expect(differenceOfRows(compared)).toEqual({
    added: ['aaaaaaaaaaaa-1'],
    removed: [ref(1)],
    changed: [{ ref: ref(3), fields: ['floorOnly', 'relief'] }],
    files: [],
  });
});
