import { type CourtUpdateRow } from '../formats/court-update';
import { ExchangeFileError, type ExchangeProblem } from '../reading/problem';
import { listedCsv } from '../sheets/sheet-file';
import { readCourtWords } from '../words/read-words';
import { receiptAnswer } from '../words/answer-words';
import { readReceipts, type ReadReceiptOptions } from './read-receipts';
import { receiptForm, receiptFormWorkbook, receiptsCsv, receiptsJson } from './receipt-form';

const BATCH = '0123456789abcdef';
const ref = (line: number): string => `3f9a01bc44de-${line}`;
const OPTIONS: ReadReceiptOptions = { on: 0, today: 20261231, batch: BATCH };

function read(text: string, options: Partial<ReadReceiptOptions> = {}): ReturnType<typeof readReceipts> {
  return readReceipts(Buffer.from(text, 'utf8'), 'receipt.csv', { ...OPTIONS, ...options });
}

function problemsOf(text: string, options: Partial<ReadReceiptOptions> = {}): readonly ExchangeProblem[] {
  try {
    read(text, options);
  } catch (error) {
    if (error instanceof ExchangeFileError) return error.problems;
    throw error;
  }
  return [];
}

describe(receiptAnswer.name, () => {
  it.each([
    ['GRANTED', 'granted'],
    ['grant', 'granted'],
    ['DISM', 'granted'],
    ['Denied.', 'denied'],
    ['not granted', 'denied'],
    ['NOT FOUND', 'not-found'],
    ['already  sealed', 'already-relieved'],
    ['Purged', 'destroyed'],
    ['name mismatch', 'mismatch'],
  ])('%s is %s', (text, answer) => expect(receiptAnswer(text).answer).toBe(answer));

  it('guesses nothing from a part of what stands there', () => {
    for (const text of ['GRANTED IN PART', 'GRANTED / DENIED', 'constructor', '__proto__', 'to be granted'])
      expect(receiptAnswer(text).answer).toBeUndefined();
    expect(receiptAnswer('grantd').nearest).toBe('granted');
    expect(receiptAnswer('zzzzzzzzzzzzz').nearest).toBe('');
  });

  it("a court's own words come from its file; a key that is no code is refused with the nearest", () => {
    const words = readCourtWords('receipt:\n  granted: [GRTD, "1385 PC"]\n', 'words.yaml').receipt;
    expect(receiptAnswer('1385 pc', words).answer).toBe('granted');
    expect(() => readCourtWords('receipt:\n  grantd: [X]\n', 'words.yaml')).toThrow(/nearest is "granted"/);
    expect(() => readCourtWords('receipt:\n  granted: [X]\n  denied: [x]\n', 'words.yaml')).toThrow(/two codes/);
    expect(() => readCourtWords('receipt: 3', 'words.yaml')).toThrow(/YAML/);
  });
});

describe(readReceipts.name, () => {
  it('reads CSV with CRLF, mark, blank lines; * answers the rest', () => {
    const text = `\uFEFFref,result,order date,case_number\r\n*,GRANTED,12/1/2026,\r\n\r\n${ref(3)},DEN,2026-12-02,BA1\r\n`;
    expect(read(text)).toEqual([
      { batch: BATCH, ref: '*', answer: 'granted', on: '2026-12-01', caseNumber: '', note: '', place: 2 },
      { batch: BATCH, ref: ref(3), answer: 'denied', on: '2026-12-02', caseNumber: 'BA1', note: '', place: 4 },
    ]);
  });

  it('reads JSON: an array, or an object that says batch and day once', () => {
    const lines = [
      { ref: ref(1), answer: 'granted' },
      { ref: ref(2), answer: 'not found', on: '12/5/2026', caseNumber: 'X1' },
    ];
    const [one, two] = read(JSON.stringify({ batch: 'fedcba9876543210', on: '2026-12-01', lines }));
    expect(one).toMatchObject({ batch: 'fedcba9876543210', on: '2026-12-01', answer: 'granted' });
    expect(two).toMatchObject({ on: '2026-12-05', caseNumber: 'X1', place: 2 });
    expect(problemsOf('{"lines": [')).toMatchObject([{ column: 'file' }]);
    expect(problemsOf('{"rows": [3]}')).toMatchObject([{ line: 1, column: 'entry' }]);
    expect(problemsOf('{"x": 3}')).toMatchObject([{ column: 'file' }]);
    expect(problemsOf(JSON.stringify([{ reff: ref(1), answer: 'granted', on: '2026-12-01' }]))).toMatchObject([
      { line: 1, column: 'ref', nearest: 'reff' },
    ]);
  });

  it('writes what it reads, as CSV and as JSON', () => {
    const lines = read(`ref,answer,on,note\n${ref(1)},granted,2026-12-01,=1+1\n${ref(2)},mismatch,2026-12-02,\n`);
    expect(read(receiptsCsv(lines)).map(({ place: _, ...line }) => line)).toEqual(
      lines.map(({ place: _, ...line }) => line),
    );
    expect(read(receiptsJson(lines)).map(({ note }) => note)).toEqual(['=1+1', '']);
  });

  it('reads its own form back: what is not answered stays open', async () => {
    const rows = [1, 2].map((line) => ({
      ref: ref(line),
      caseNumber: `BA${line}`,
      defendant: 'DOE, J',
      count: 1,
      section: 'HS 11359',
      relief: 'dismiss-and-seal',
    })) as unknown as CourtUpdateRow[];
    const form = receiptForm(BATCH, rows);
    const filled = {
      ...form,
      rows: form.rows.map((cells, i) =>
        cells.map((cell, column) =>
          i > 0 ? cell : (({ 7: 'granted', 8: '12/1/2026', 9: 'BA9' } as Record<number, string>)[column] ?? cell),
        ),
      ),
    };
    expect(read(listedCsv(filled))).toMatchObject([{ ref: ref(1), answer: 'granted', caseNumber: 'BA9' }]);
    const pieces: Uint8Array[] = [];
    for await (const piece of receiptFormWorkbook(BATCH, rows)) pieces.push(piece);
    expect(() => readReceipts(Buffer.concat(pieces), 'form.xlsx', OPTIONS)).toThrow(/no line is answered/);
  });

  it('says everything that is wrong at once', () => {
    const text = [
      'batch,ref,answer,answered_on',
      `,${ref(1)},grantd,2026-12-01`,
      `1.23457E+15,${ref(2)},granted,2026-12-01`,
      `,1.23E-06,granted,2026-12-01`,
      `,${ref(3)},granted,13/45/2026`,
      `,${ref(4)},granted,`,
      `,${ref(5)},granted,2027-01-01`,
      `,${ref(6)},,2026-12-01`,
      `,${ref(7)},granted,2026-12-01`,
      `,${ref(7)},granted,2026-12-01`,
      `,${ref(7)},denied,2026-12-01`,
      `,${ref(8)},granted,2026-12-01`,
      `,${ref(8)},granted,2026-12-03`,
      `,${ref(9)},,`,
    ].join('\n');
    expect(problemsOf(text).map(({ line, column, nearest }) => [line, column, nearest])).toEqual([
      [2, 'answer', 'granted'],
      [3, 'batch', ''],
      [4, 'ref', ''],
      [5, 'answered_on', ''],
      [6, 'answered_on', ''],
      [7, 'answered_on', ''],
      [8, 'answer', ''],
      [11, 'answer', ''],
      [13, 'answered_on', ''],
    ]);
  });

  it('no batch, no line, no file are said', () => {
    expect(problemsOf(`ref,answer,on\n${ref(1)},granted,2026-12-01\n`, { batch: '' })).toMatchObject([
      { column: 'batch' },
    ]);
    expect(problemsOf('ref,answer\n')).toMatchObject([{ column: 'row' }]);
    expect(problemsOf('\n\n')).toMatchObject([{ column: 'header' }]);
  });

  it('no message holds a value of the file', () => {
    const secret = 'SECRET NAME';
    const text = `ref,answer,answered_on\n${secret},${secret},${secret}\n`;
    expect(problemsOf(text)).toHaveLength(3);
    try {
      read(text);
    } catch (error) {
      expect((error as Error).message).not.toContain(secret);
    }
  });
});
