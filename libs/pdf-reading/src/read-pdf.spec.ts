import { deflateSync } from 'node:zlib';
import { PdfReadError, readPdf } from './index';

/** A PDF by hand from the bodies of its objects, so that nothing of the project's own writer takes part. */
function pdf(bodies: readonly string[], trailer = '/Root 1 0 R/Info 2 0 R'): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${bodies.length + 1}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const stream = (content: string, entries = ''): string =>
  `<</Length ${content.length}${entries}>>\nstream\n${content}\nendstream`;
const packed = (content: string | Buffer): string => {
  const bytes = deflateSync(content).toString('latin1');
  return `<</Filter/FlateDecode/Length ${bytes.length}>>\nstream\n${bytes}\nendstream`;
};

/** A font program with glyphs 0 (box), 1 (with an outline) and 2 (without one). */
function program(): Buffer {
  const tables: [string, Buffer][] = [
    ['glyf', Buffer.alloc(24, 1)],
    ['head', Buffer.alloc(54)],
    ['loca', Buffer.from([0, 0, 0, 6, 0, 12, 0, 12])],
    ['maxp', Buffer.from([0, 1, 0, 0, 0, 3])],
  ];
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt16BE(tables.length, 4);
  let offset = head.length;
  tables.forEach(([tag, data], i) => {
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(offset, 12 + i * 16 + 8);
    offset += data.length;
  });
  return Buffer.concat([head, ...tables.map(([, data]) => data)]);
}

const CMAP = 'begincmap 2 beginbfchar <0001> <0041> <0002> <0020> endbfchar endcmap';

function page(content: string, changes: Readonly<Record<number, string>> = {}): Buffer {
  const bodies = [
    '<</Type/Catalog/Pages 3 0 R/Lang(en-US)>>',
    '<</Title<FEFF00C900740065>>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 6 0 R>>>>/Contents 5 0 R>>',
    packed(content),
    '<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/W[1[600 250]]/FontDescriptor 9 0 R>>',
    stream(CMAP),
    '<</Type/FontDescriptor/FontFile2 10 0 R>>',
    packed(program()),
  ];
  return pdf(bodies.map((body, i) => changes[i + 1] ?? body));
}

describe('readPdf', () => {
  it('reads title, language and text with its place', () => {
    const file = readPdf(page('BT /F1 12 Tf 72 700 Td <000100020001> Tj 0 -20 Td [<0001> -1000 <0001>] TJ ET'));
    expect(file.title).toBe('Éte');
    expect(file.language).toBe('en-US');
    expect(file.problems).toEqual([]);
    expect(file.pages[0]?.texts).toEqual([
      { text: 'A A', x: 72, y: 700, width: expect.closeTo(17.4), size: 12, mark: -1, artifact: undefined },
      { text: 'AA', x: 72, y: 680, width: expect.closeTo(26.4), size: 12, mark: -1, artifact: undefined },
    ]);
  });

  it.each<[string, string, string]>([
    ['a glyph that the font does not hold', '<0009> Tj', 'glyph-missing'],
    ['the box for unknown characters', '<0000> Tj', 'glyph-missing'],
    ['text that is not painted', '3 Tr <0001> Tj', 'text-invisible'],
    ['white text', '1 g <0001> Tj', 'text-invisible'],
    ['text beyond the edge', '700 0 Td <0001> Tj', 'outside-page'],
  ])('reports %s', (_, operators, problem) =>
    expect(readPdf(page(`BT /F1 12 Tf ${operators} ET`)).problems).toContain(problem),
  );

  it('reports an empty glyph that stands for a letter', () => {
    const file = readPdf(page('BT /F1 12 Tf 72 700 Td <0002> Tj ET', { 8: stream(CMAP.replace('<0020>', '<0042>')) }));
    expect(file.problems).toEqual(['glyph-empty']);
  });

  it('reads strings with brackets, escapes and octal numbers, and comments', () => {
    const file = readPdf(page('% nothing\nBT /F1 12 Tf (\\000\\001) Tj ((\\))) Tj ET'));
    expect(file.pages[0]?.texts[0]?.text).toBe('A');
  });

  it('reads fields with their states, values and appearances', () => {
    const bodies = [
      '<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[5 0 R 7 0 R]>>>>',
      '<<>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      `<</Type/Page/MediaBox[0 0 9 9]/Resources<<>>/Contents 8 0 R>>`,
      '<</FT/Btn/T(decision)/TU(Say)/V/Off/Kids[6 0 R]>>',
      '<</Parent 5 0 R/P 4 0 R/Rect[1 2 3 4]/AP<</N<</yes 8 0 R/Off 8 0 R>>>>>>',
      '<</FT/Tx/T(date)/V(now)/P 4 0 R/Rect[0 0 1 1]>>',
      stream('q Q'),
    ];
    expect(readPdf(pdf(bodies)).fields).toEqual([
      {
        name: 'decision',
        kind: 'choice',
        value: 'Off',
        tooltip: 'Say',
        widgets: [{ page: 0, rectangle: [1, 2, 3, 4], states: ['yes'], appearance: true }],
      },
      {
        name: 'date',
        kind: 'text',
        value: 'now',
        tooltip: '',
        widgets: [{ page: 0, rectangle: [0, 0, 1, 1], states: [], appearance: false }],
      },
    ]);
  });

  it.each<[string, () => Buffer]>([
    ['a file that is cut off', () => page('BT ET').subarray(0, 900)],
    ['a stream with a wrong length', () => page('BT ET', { 5: '<</Length 1>>\nstream\nBT ET\nendstream' })],
    ['a font that is not embedded', () => page('BT /F1 12 Tf <0001> Tj ET', { 9: '<</Type/FontDescriptor>>' })],
    [
      'a font without characters',
      () =>
        page('BT /F1 12 Tf <0001> Tj ET', {
          6: '<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]>>',
        }),
    ],
    ['a font that the page names but the file does not hold', () => page('BT /F9 12 Tf ET')],
    ['nothing at all', () => Buffer.alloc(0)],
  ])('refuses %s', (_, file) => expect(() => readPdf(file())).toThrow(PdfReadError));
});
