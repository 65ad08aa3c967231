import { type Count, type Disposition, type DispositionKind, type History } from '@clearway/record';
import { sampleRows } from '../testing/sample-batch';
import { AfterOrder, type GrantedLine } from './after-order';
import { changeInCount, changeInWords, type Seen } from './change-seen';
import { readCourtFile } from './read-court-file';

const disposition = (
  kind: DispositionKind,
  severity: Disposition['severity'] = 'felony',
  dispositionDate = 20261215,
): Disposition => ({
  kind,
  text: '',
  date: 0,
  dispositionDate,
  severity,
  severityText: '',
  row: 0,
});
const countOf = (dispositions: readonly Disposition[], order = '101002001000', caseNumber = 'BA100000'): Count =>
  ({
    order,
    rows: [{ file: 0, row: 1, offset: 0, line: 7 }],
    dispositions,
    sentences: [],
    caseNumbers: caseNumber === '' ? [] : [{ number: caseNumber, from: 'OFN' }],
  }) as unknown as Count;
const historyOf = (counts: readonly Count[], change: Partial<History> = {}): History =>
  ({
    person: 'p',
    subjects: [{ file: 0, subjectId: '1', cii: 'A10000000' }],
    name: 'PERSON,NUMBER 0',
    otherNames: [],
    birthDates: [19700101],
    cycles: counts.length === 0 ? [] : [{ steps: [{ counts }] }],
    ...change,
  }) as unknown as History;
const granted = (change: (i: number) => object = () => ({}), count = 1): readonly GrantedLine[] =>
  sampleRows(count, change).map((row) => ({ batch: 'b', ref: row.ref, on: '2026-12-10', row }));

function seenIn(history: History, lines = granted()): Seen {
  const after = new AfterOrder(lines);
  after.addHistory(history);
  return after.finish()[0]?.seen as Seen;
}

describe('after the order', () => {
  it('does not take a conviction for gone because a court never had it', () => {
    const after = new AfterOrder(granted());
    after.addHistory(historyOf([]), { whole: false });
    expect(after.finish()[0]?.seen).toBe('not-in-file');
    after.addHistory(historyOf([]), { whole: true });
    expect(after.finish()[0]?.seen).toBe('gone');
  });

  it.each<[string, readonly Disposition[], string, Seen]>([
    ['stands as it stood', [disposition('convicted')], 'dismiss-and-seal', 'did-not-change'],
    ['was dismissed', [disposition('convicted'), disposition('dismissed')], 'dismiss-and-seal', 'changed'],
    [
      'was dismissed before it was convicted, as another charge is',
      [disposition('dismissed'), disposition('convicted')],
      'dismiss-and-seal',
      'did-not-change',
    ],
    [
      'was sealed on the day of the order',
      [disposition('convicted'), disposition('sealed', 'felony', 20261210)],
      'dismiss-and-seal',
      'changed',
    ],
    [
      'was dismissed on a day before the order',
      [disposition('convicted'), disposition('dismissed', 'felony', 20261209)],
      'dismiss-and-seal',
      'did-not-change',
    ],
    [
      'was dismissed nobody knows when',
      [disposition('convicted'), disposition('dismissed', 'felony', 0)],
      'dismiss-and-seal',
      'cannot-tell',
    ],
    [
      'was set aside under 1203.4 only',
      [disposition('convicted'), disposition('set-aside-1203.4')],
      'dismiss-and-seal',
      'did-not-change',
    ],
    ['was only reduced', [disposition('convicted'), disposition('reduced-17b')], 'dismiss-and-seal', 'did-not-change'],
    [
      'was reduced as ordered',
      [disposition('convicted'), disposition('reduced-17b')],
      'redesignate-misdemeanor',
      'changed',
    ],
    [
      'was reduced before',
      [disposition('convicted'), disposition('reduced-17b', 'felony', 20100101)],
      'redesignate-infraction',
      'did-not-change',
    ],
    [
      'has the grade that was ordered',
      [disposition('convicted'), disposition('convicted', 'misdemeanor')],
      'redesignate-misdemeanor',
      'changed',
    ],
    [
      'has another grade',
      [disposition('convicted'), disposition('convicted', 'felony')],
      'redesignate-misdemeanor',
      'did-not-change',
    ],
    [
      'has relief of the Act',
      [disposition('convicted'), disposition('relief-11361.8')],
      'recall-and-resentence',
      'changed',
    ],
  ])('a count that %s', (_, dispositions, relief, seen) =>
    expect(changeInCount(countOf(dispositions), relief, 20261210)).toBe(seen),
  );

  it('finds the count by person, number and count', () => {
    const stands = [disposition('convicted')];
    expect(seenIn(historyOf([countOf(stands)]))).toBe('did-not-change');
    expect(seenIn(historyOf([countOf(stands, '101002002000')]))).toBe('gone');
    expect(seenIn(historyOf([countOf(stands, '101002001000', 'OTHER')]))).toBe('gone');
    expect(seenIn(historyOf([]))).toBe('gone');
    expect(seenIn(historyOf([countOf(stands)], { subjects: [{ file: 0, subjectId: '1', cii: 'A9' }] }))).toBe(
      'not-in-file',
    );
    // The state writes the number on the first count of a step only.
    expect(seenIn(historyOf([countOf([], '101002009000'), countOf(stands, '101002001000', '')]))).toBe(
      'did-not-change',
    );
    const renumbered = granted(() => ({ caseNumber: '22CR1', formerCaseNumber: 'BA-100000' }));
    expect(seenIn(historyOf([countOf(stands)]), renumbered)).toBe('did-not-change');
  });

  it('finds a person without a CII by name and birth date, never by name alone', () => {
    const lines = granted(() => ({ matchKeys: { ...sampleRows(1)[0]?.matchKeys, cii: '' } }));
    const nobody = { subjects: [{ file: 0, subjectId: '1', cii: '' }] };
    expect(seenIn(historyOf([countOf([disposition('convicted')])], nobody), lines)).toBe('did-not-change');
    expect(seenIn(historyOf([countOf([disposition('convicted')])], { ...nobody, birthDates: [19710101] }), lines)).toBe(
      'not-in-file',
    );
  });

  it("reads a court's own list, by number, count and name", () => {
    const lines = granted((i) => ({ caseNumber: 'BA1', count: i + 1 }), 4);
    const after = new AfterOrder(lines);
    const file =
      'Case No,Ct,Status,Name\r\nba-1,1,CONVICTED - PLEA,"PERSON, NUMBER 0"\r\nBA1,2,Dismissed PC 1385,\r\nBA1,3,see minutes,\r\nBA1,4,convicted,"SOMEBODY, ELSE"\r\n';
    for (const row of readCourtFile(Buffer.from(file), 'court.csv')) after.addCourtRow(row);
    expect(after.finish().map(({ row, seen, line }) => [row.count, seen, line])).toEqual([
      [1, 'did-not-change', 2],
      [3, 'cannot-tell', 4],
      [4, 'not-in-file', 0],
      [2, 'changed', 3],
    ]);
    expect(() => readCourtFile(Buffer.from('case_number,disposition,count\nBA1,x,one\n'), 'court.csv')).toThrow(
      /line 2, count/,
    );
    expect(() => readCourtFile(Buffer.from('a,b\n'), 'court.csv')).toThrow(/header/);
  });

  it.each([
    ['DISMISSED AND SEALED', 'changed'],
    ['REDUCED TO MISD', 'changed'],
    ['MOTION TO DISMISS DENIED', 'did-not-change'],
    ['NOT SEALED', 'did-not-change'],
    ['CONVICTED', 'did-not-change'],
    ['', 'cannot-tell'],
  ])('%s', (text, seen) => expect(changeInWords(text)).toBe(seen));
});
