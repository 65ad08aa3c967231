import { zipSync, strToU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sheet, workbook } from '../workbook/workbook';
import { dayOfSerial, readWorkbook, UnreadableWorkbookError } from './read-workbook';

const SHEET: Sheet = {
  name: 'Answers & more',
  columns: [{ width: 20 }, { width: 10 }, { width: 10 }],
  frozenRows: 1,
  rows: [
    ['Question', 'Answer', 'When'],
    ['a <b> "c"', null, 44_000],
    [' edge\u0001 ', { formula: '1+1', value: 2, style: 'plain' }, 'é 漢'],
  ],
  choices: () => [{ cells: 'B2:B3', from: 'Lists!$A$1:$B$1', message: 'Choose one.' }],
};

async function bytesOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook('Test', sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const texts = (bytes: Uint8Array): string[][] =>
  readWorkbook(bytes).sheets.flatMap(({ rows }) =>
    rows.map(({ cells }) => [...cells.values()].map(({ address, text }) => `${address}=${text}`)),
  );

describe('reading a workbook', () => {
  it('gives back what was written', async () => {
    const read = readWorkbook(await bytesOf([SHEET]));
    expect(read.sheets.map(({ name }) => name)).toEqual(['Answers & more']);
    expect(texts(await bytesOf([SHEET]))).toEqual([
      ['A1=Question', 'B1=Answer', 'C1=When'],
      ['A2=a <b> "c"', 'C2=44000'],
      ['A3= edge\u0001 ', 'B3=2', 'C3=é 漢'],
    ]);
  });

  it('reads a workbook that LibreOffice saved: shared strings, a date, another order of parts', () => {
    const read = readWorkbook(readFileSync(join(__dirname, 'testing', 'saved-by-libreoffice.xlsx')));
    const [first] = read.sheets;
    expect(first?.name).toBe('Answers & more');
    expect(first?.rows[1]?.cells.get(0)).toEqual({ address: 'A2', text: 'a <b> "c"', isNumber: false });
    expect(dayOfSerial(Number(first?.rows[1]?.cells.get(2)?.text), read.from1904)).toBe(20200618);
    expect(first?.rows[2]?.cells.get(1)?.text).toBe('2');
  });

  it('reads what Excel writes: rich text, truth, a formula of text, cells without an address, 1904', () => {
    const part = (text: string): Uint8Array => strToU8(text);
    const bytes = zipSync({
      'xl/workbook.xml': part(
        '<x:workbook xmlns:x="m"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A" r:id="rId7"/></x:sheets></x:workbook>',
      ),
      'xl/_rels/workbook.xml.rels': part(
        '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/s.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': part(
        '<sst><si><r><t>one </t></r><r><t xml:space="preserve">two</t></r><rPh><t>no</t></rPh></si><si><t/></si><si/><si><t>last&#10;_x000D_</t></si></sst>',
      ),
      'xl/worksheets/s.xml': part(
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c r="E1" t="str"><f>"a"</f><v>a</v></c><c/><c t="s"><v>3</v></c></row><row r="9"/></sheetData></worksheet>',
      ),
    });
    expect(texts(bytes)).toEqual([['A1=one two', 'B1=TRUE', 'E1=a', 'G1=last\n\r'], []]);
    expect(dayOfSerial(1, readWorkbook(bytes).from1904)).toBe(19040102);
  });

  it.each([[new Uint8Array(0)], [Buffer.from('no zip')], [zipSync({ 'a.txt': strToU8('a') })]])(
    'refuses what is no workbook',
    (bytes) => {
      expect(() => readWorkbook(bytes)).toThrow(UnreadableWorkbookError);
    },
  );

  it.each([
    [1, 19000101],
    [59, 19000228],
    [61, 19000301],
    [43_831, 20200101],
    [43_831.75, 20200101],
    [0, 0],
    [Number.NaN, 0],
  ])('serial %d is %d', (serial, day) => expect(dayOfSerial(serial)).toBe(day));
});
