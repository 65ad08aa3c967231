import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { type Cell, columnName, WorkbookError, xmlText } from './cell';
import { type Sheet, workbook } from './workbook';

async function bytesOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook('Test', sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const SHEET: Sheet = {
  name: 'Numbers',
  columns: [{ width: 20 }, { width: 10, style: 'count' }, { width: 10, style: 'text' }],
  frozenRows: 1,
  rows: [
    [
      { text: 'What', style: 'head' },
      { text: 'n', style: 'head' },
      { text: 'ZIP', style: 'head' },
    ],
    ['rows', 12, '00501'],
    ['used & <kept>', 12, null],
    [
      'difference',
      { formula: 'B2-B3', value: 0, style: 'total-count' },
      { formula: 'IF(B4=0,"yes","NO")', value: 'yes', style: 'total' },
    ],
  ],
};

describe('workbook', () => {
  it('writes texts, numbers and formulas with their values', async () => {
    const files = unzipSync(await bytesOf([SHEET]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<c r="B2" s="4"><v>12</v></c>');
    expect(sheet).toContain('<c r="C2" s="3" t="inlineStr"><is><t>00501</t></is></c>');
    expect(sheet).toContain('used &amp; &lt;kept&gt;');
    expect(sheet).toContain('<c r="B4" s="6"><f>B2-B3</f><v>0</v></c>');
    expect(sheet).toContain('<c r="C4" s="5" t="str"><f>IF(B4=0,&quot;yes&quot;,&quot;NO&quot;)</f><v>yes</v></c>');
    expect(sheet).toContain('state="frozen"');
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      '<sheet name="Numbers" sheetId="1" r:id="rId1"/>',
    );
    expect(Object.keys(files)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('gives the same bytes whenever it is made', async () => {
    const first = createHash('sha256')
      .update(await bytesOf([SHEET]))
      .digest('hex');
    jest.useFakeTimers({ now: new Date('2031-05-05T10:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    const second = createHash('sha256')
      .update(await bytesOf([SHEET]))
      .digest('hex');
    jest.useRealTimers();
    expect(second).toBe(first);
  });

  it('takes rows as they come and never holds them all', async () => {
    let made = 0;
    let largestPiece = 0;
    async function* rows(): AsyncGenerator<readonly Cell[]> {
      for (; made < 20_000; made++) yield ['x'.repeat(30), made];
    }
    for await (const piece of workbook('Test', [
      { name: 'Many', columns: [{ width: 10 }, { width: 10 }], rows: rows() },
    ]))
      largestPiece = Math.max(largestPiece, piece.length);
    expect(made).toBe(20_000);
    expect(largestPiece).toBeLessThan(200_000);
  });

  it.each([
    ['workbook.cell-too-long', { ...SHEET, rows: [['x'.repeat(32_768)]] }],
    ['workbook.not-a-number', { ...SHEET, rows: [[Number.NaN]] }],
    ['workbook.sheet-name', { ...SHEET, name: 'a/b' }],
  ])('refuses what a workbook cannot hold: %s', async (code, sheet) => {
    const failure = await bytesOf([sheet]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkbookError);
    expect((failure as WorkbookError).code).toBe(code);
  });

  it('keeps blanks at the edges of a text', async () => {
    const sheet = strFromU8(
      unzipSync(await bytesOf([{ ...SHEET, rows: [[' a']] }]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet).toContain('<t xml:space="preserve"> a</t>');
  });

  it('names columns as spreadsheets do', () =>
    expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']));

  it('writes what XML cannot hold as Excel does', () =>
    expect(xmlText('a\u0001b\r_x0041_"')).toBe('a_x0001_b_x000D__x005F_x0041_&quot;'));
});
