import { historyOf, lineAccountOf, readRapSheet, readSheetFile, type SheetText } from '../index';
import { describeHistory } from '../testing/describe-history';
import { type SmallPage, smallPdf } from '../testing/small-pdf';

const FIRST = [
  'CII/A00000001',
  'DOB/19600101 SEX/F',
  'NAM/01 PEÑA,JOSÉ',
  '    02 PENA,J',
  '* * * *',
  'COURT:                NAM:01',
  '19950607  CASC SAN FRANCISCO',
  'CNT:01     #A1',
];
const SECOND = [
  'Page 2 of 2',
  '  11358 HS-CULTIVATION MARIJUANA',
  '*DISPO:CONVICTED',
  '   CONV STATUS:FELONY',
  '   SEN: 3 YEARS PROBATION,',
  '        FINE',
  '%% NOT UNDERSTOOD %%',
];
const COUNT =
  'court-action 1995-06-07 CASC SAN FRANCISCO (SAN FRANCISCO) 1 #A1 HS 11358: convicted felony; 3 Y PROBATION, FINE';
/** A page with one letter, locked with a password: made once by qpdf. */
const LOCKED = [
  'JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcy',
  'A+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDYxMiA3OTIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4g',
  'L1hPYmplY3QgPDwgL0kgNiAwIFIgPj4gPj4gL1JvdGF0ZSAwIC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggNjQgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCh',
  'jrdWcQ9sjpyNjZlXz0DgRV9PyK4+Ox55WNSwOnzWet32XLbJ0iMtQB7Ho3WsDmicAmBIymyb+zdvB5LimJgEBlbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9Db3VyaWVyIC9F',
  'bmNvZGluZyAvV2luQW5zaUVuY29kaW5nIC9TdWJ0eXBlIC9UeXBlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAvQml0c1BlckNvbXBvbmVudCA4IC9Db2xvclNwYWNlIC9EZXZpY2',
  'VHcmF5IC9IZWlnaHQgMiAvU3VidHlwZSAvSW1hZ2UgL1R5cGUgL1hPYmplY3QgL1dpZHRoIDIgL0xlbmd0aCAzMiAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0Kqqb1plPsNsrNyJeResTS',
  'OiCUBc8nX663z9BWRtCTqvBlbmRzdHJlYW0KZW5kb2JqCjcgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YyIC9MZW5ndGggMTYgPj4gPj4gL0',
  'ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCAxMjggL08gPDBkYjU4NTVmYzUzMjY1NjllNzY1OTA2Y2FmNjRlNDQyOWE0YzIwZDZlOTk2ZmRlZjk2M2U5YjUwODBmOWUwODM+IC9QIC00IC9SIDQgL1N0',
  'bUYgL1N0ZENGIC9TdHJGIC9TdGRDRiAvVSA8NGRlMWRhNjU3ODgxMGEyYTBlMmJiYzQ2MTc2ODdkZTAwMTIyNDU2YTkxYmFlNTEzNDI3M2E2ZGIxMzRjODdjND4gL1YgNCA+PgplbmRvYmoKeHJlZg',
  'owIDgKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAwMDAwMCBuIAowMDAwMDAwMjg0IDAwMDAwIG4gCjAwMDAwMDA0',
  'MTggMDAwMDAgbiAKMDAwMDAwMDUxMyAwMDAwMCBuIAowMDAwMDAwNzA5IDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL1NpemUgOCAvSUQgWzxmM2Y1NDUwY2QwMjkzMjFmYjMxMDUyMm',
  'RmNmI3OWM4ZT48ZjNmNTQ1MGNkMDI5MzIxZmIzMTA1MjJkZjZiNzljOGU+XSAvRW5jcnlwdCA3IDAgUiA+PgpzdGFydHhyZWYKMTAwOAolJUVPRgo=',
].join('');

const texts = ({ lines }: SheetText) => lines.map(({ page, line, text }) => `${page}:${line} ${text}`);

describe('a RAP sheet as PDF', () => {
  it('gives the lines where they stand, by page and line, with what is indented', async () => {
    const text = await readSheetFile(smallPdf([FIRST, SECOND]));
    expect(text).toMatchObject({ kind: 'pdf', pages: 2 });
    expect(texts(text)).toEqual([
      ...FIRST.map((each, i) => `1:${i + 1} ${each}`),
      ...SECOND.map((each, i) => `2:${i + 1} ${each}`),
    ]);
  });

  it('is the same history as the text, with page and line of every row', async () => {
    const sheet = readRapSheet(await readSheetFile(smallPdf([FIRST, SECOND])));
    const history = historyOf(sheet, { file: 3, sha256: 'ab' });
    expect(describeHistory(history)).toEqual([COUNT]);
    expect(history.otherNames.concat(history.name)).toContain('PEÑA,JOSÉ');
    const rows = history.cycles[0]?.steps[0]?.counts[0]?.rows ?? [];
    expect(rows.map(({ file, page, line }) => [file, page, line])).toEqual([
      [3, 2, 2],
      [3, 2, 3],
      [3, 2, 5],
      [3, 2, 5],
    ]);
    const { unreadLines, lines } = lineAccountOf(sheet);
    expect(lines).toBe(FIRST.length + SECOND.length);
    expect(unreadLines.map(({ line }) => [line.page, line.line, line.text])).toEqual([[2, 7, '%% NOT UNDERSTOOD %%']]);
  });

  it('puts words together that were written one by one, and out of order', async () => {
    const placed = [
      { x: 40 + 6 * 10, y: 52, text: 'CASC' },
      { x: 40, y: 52.4, text: '19950607' },
      { x: 40 + 6 * 15, y: 52, text: 'SAN FRANCISCO' },
      { x: 40, y: 40, text: 'COURT:' },
      { x: 40 + 6 * 22, y: 40, text: 'NAM:01' },
    ];
    expect(texts(await readSheetFile(smallPdf([{ placed }])))).toEqual([
      '1:1 COURT:                NAM:01',
      '1:2 19950607  CASC SAN FRANCISCO',
    ]);
  });

  it('reads a page that is shown turned', async () => {
    const text = await readSheetFile(smallPdf([FIRST], true));
    expect(texts(text)).toEqual(FIRST.map((each, i) => `1:${i + 1} ${each}`));
  });

  it.each<[string, readonly SmallPage[], string]>([
    ['one page', [FIRST, 'picture', SECOND], 'Page 2 of 3 is a picture'],
    ['every page', ['picture', 'picture'], 'Pages 1, 2 of 2 are pictures'],
  ])('names a picture without text, when it is %s', async (_, pages, words) => {
    await expect(readSheetFile(smallPdf(pages))).rejects.toMatchObject({
      code: 'rap-sheet.page-without-text',
      message: expect.stringContaining(words) as string,
    });
  });

  it('takes a page on which nothing stands for what it is', async () => {
    expect(texts(await readSheetFile(smallPdf([FIRST, 'blank', SECOND])))).toHaveLength(FIRST.length + SECOND.length);
    await expect(readSheetFile(smallPdf(['blank']))).rejects.toMatchObject({ code: 'rap-sheet.empty' });
  });

  it.each([
    ['was cut', smallPdf([FIRST]).subarray(0, 300), 'rap-sheet.pdf-broken'],
    ['is nothing but the mark', Buffer.from('%PDF-1.7\n'), 'rap-sheet.pdf-broken'],
    ['needs a password', Buffer.from(LOCKED, 'base64'), 'rap-sheet.pdf-encrypted'],
  ])('says so when the file %s', async (_, bytes, code) => {
    await expect(readSheetFile(bytes)).rejects.toMatchObject({ code });
  });

  it('gives up when it is asked to', async () => {
    await expect(readSheetFile(smallPdf([FIRST]), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});
