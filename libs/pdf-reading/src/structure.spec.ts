import { deflateSync } from 'node:zlib';
import { PdfReadError, readPdf, type ReadPdf } from './index';

const CONTENT =
  '/Artifact<</Type/Pagination/Subtype/Footer>>BDC BT /F1 12 Tf 72 20 Td (3) Tj ET EMC /P<</MCID 0>>BDC BT /F1 12 Tf 72 700 Td (A) Tj ET EMC /P<</MCID 1>>BDC BT 72 680 Td (B) Tj 12 0 Td (C) Tj ET EMC';

/** A font program that draws A, B, C and 3 through a table of characters. */
function program(): Buffer {
  const glyphs = [0x33, 0x41, 0x42, 0x43];
  const cmap = Buffer.alloc(12 + 16 + 5 * 8);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(1, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(4, 12);
  cmap.writeUInt16BE(10, 18);
  [...glyphs, 0xffff].forEach((character, i) => {
    cmap.writeUInt16BE(character, 26 + i * 2);
    cmap.writeUInt16BE(character, 38 + i * 2);
    cmap.writeUInt16BE((i + 1 - character) & 0xffff, 48 + i * 2);
  });
  const head = Buffer.alloc(54);
  head.writeInt16BE(1, 50);
  const loca = Buffer.alloc(24);
  for (let i = 0; i < 6; i++) loca.writeUInt32BE(i * 4, i * 4);
  const tables: [string, Buffer][] = [
    ['cmap', cmap],
    ['glyf', Buffer.alloc(24, 1)],
    ['head', head],
    ['loca', loca],
    ['maxp', Buffer.from([0, 1, 0, 0, 0, 5])],
  ];
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt16BE(tables.length, 4);
  let offset = directory.length;
  tables.forEach(([tag, data], i) => {
    directory.write(tag, 12 + i * 16, 'latin1');
    directory.writeUInt32BE(offset, 20 + i * 16);
    offset += data.length;
  });
  return Buffer.concat([directory, ...tables.map(([, data]) => data)]);
}

const CMAP = 'begincmap 4 beginbfchar <33> <0033> <41> <0041> <42> <0042> <43> <0043> endbfchar endcmap';

/** A tagged file by hand: numbers 4 to 7 are streams, all other objects stand packed in number 20, found through stream 21. */
function tagged(changes: Readonly<Record<number, string>> = {}, content = CONTENT): Buffer {
  const plain: Record<number, string> = {
    1: '<</Type/Catalog/Pages 2 0 R/Lang(en-US)/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 8 0 R>>/XObject<</L 7 0 R>>>>/Contents 4 0 R/StructParents 0>>',
    8: '<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/FirstChar 51/Widths[500]/FontDescriptor 9 0 R/ToUnicode 6 0 R>>',
    9: '<</Type/FontDescriptor/FontFile2 5 0 R>>',
    10: '<</Type/StructTreeRoot/K 11 0 R/ParentTree 15 0 R>>',
    11: '<</S/Document/P 10 0 R/K[12 0 R 13 0 R]>>',
    12: '<</S/H1/P 11 0 R/Pg 3 0 R/K 0/T(Name)>>',
    13: '<</S/P/P 11 0 R/Pg 3 0 R/K[1]/Alt(Words)>>',
    15: '<</Nums[0 [12 0 R 13 0 R]]>>',
    ...changes,
  };
  const streams: Record<number, [string, Buffer]> = {
    4: ['', Buffer.from(content)],
    5: ['', program()],
    6: ['', Buffer.from(CMAP)],
    7: [
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 8 0 R>>>>',
      Buffer.from('BT /F1 12 Tf 9 9 Td (3) Tj ET'),
    ],
  };
  const ids = Object.keys(plain).map(Number);
  let body = '';
  const index = ids.map((id) => {
    const at = `${id} ${body.length}`;
    body += `${plain[id] as string}\n`;
    return at;
  });
  const head = `${index.join(' ')} `;
  streams[20] = [`/Type/ObjStm/N ${ids.length}/First ${head.length}`, Buffer.from(head + body)];
  const rows = Array.from({ length: 22 }, () => [0, 0, 0]);
  ids.forEach((id, i) => (rows[id] = [2, 20, i]));
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let offset = 9;
  const add = (id: number, entries: string, data: Buffer): void => {
    rows[id] = [1, offset, 0];
    const packed = deflateSync(data);
    const object = Buffer.concat([
      Buffer.from(`${id} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode${entries}>>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    parts.push(object);
    offset += object.length;
  };
  for (const [id, [entries, data]] of Object.entries(streams)) add(Number(id), entries, data);
  const start = offset;
  rows[21] = [1, start, 0];
  const table = Buffer.from(
    rows
      .map(([kind = 0, place = 0, at = 0], i) => [kind, place, at].map((value, j) => [value, rows[i - 1]?.[j] ?? 0]))
      .flatMap((row) => [2, ...difference(row)]),
  );
  add(21, '/Type/XRef/Size 22/W[1 2 1]/DecodeParms<</Predictor 12/Columns 4>>/Root 1 0 R', table);
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

/** A row of one, two and one bytes less the row above it. */
function difference(row: readonly (readonly number[])[]): readonly number[] {
  const bytes = (column: number): number[] => [
    row[0]?.[column] ?? 0,
    (row[1]?.[column] ?? 0) >> 8,
    (row[1]?.[column] ?? 0) & 255,
    row[2]?.[column] ?? 0,
  ];
  const above = bytes(1);
  return bytes(0).map((byte, i) => (byte - (above[i] as number)) & 255);
}

const problems = (file: Buffer): ReadPdf['structure']['problems'] => readPdf(file).structure.problems;

describe('the structure of a file', () => {
  it('is read from packed objects, each element with its own text', () => {
    const { structure, pages } = readPdf(tagged());
    expect(structure.problems).toEqual([]);
    expect(structure.elements.map(({ role, depth, text, page, mark }) => [role, depth, text, page, mark])).toEqual([
      ['Document', 1, '', -1, -1],
      ['H1', 2, 'A', 0, 0],
      ['P', 2, 'BC', 0, 1],
    ]);
    expect(structure.elements.map(({ title, alternative }) => title + alternative)).toEqual(['', 'Name', 'Words']);
    expect(pages[0]?.texts.map(({ artifact, mark }) => [artifact, mark])).toEqual([
      ['Footer', -1],
      [undefined, 0],
      [undefined, 1],
      [undefined, 1],
    ]);
  });

  it('takes what a shared drawing holds for part of the page', () => {
    const { pages, structure } = readPdf(tagged({}, `/Artifact BMC /L Do EMC ${CONTENT}`));
    expect(pages[0]?.texts[0]).toMatchObject({ text: '3', artifact: '', mark: -1, x: 9, y: 9 });
    expect(structure.problems).toEqual([]);
  });

  it.each<[string, Buffer]>([
    ['not-tagged', tagged({ 1: '<</Type/Catalog/Pages 2 0 R>>' })],
    ['text-untagged', tagged({}, `${CONTENT} BT 9 9 Td (A) Tj ET`)],
    ['mark-unclaimed', tagged({ 11: '<</S/Document/P 10 0 R/K 12 0 R>>' })],
    ['mark-claimed-twice', tagged({ 13: '<</S/P/P 11 0 R/Pg 3 0 R/K[1 0]>>' })],
    ['parent-differs', tagged({ 15: '<</Nums[0 [13 0 R 12 0 R]]>>' })],
    ['parent-differs', tagged({ 12: '<</S/H1/P 10 0 R/Pg 3 0 R/K 0>>' })],
  ])('says that it is %s', (problem, file) => expect(problems(file)).toContain(problem));

  it('gives the order of the tags, not that of the page', () => {
    const { structure } = readPdf(tagged({ 11: '<</S/Document/P 10 0 R/K[13 0 R 12 0 R]>>' }));
    expect(structure.elements.map(({ text }) => text)).toEqual(['', 'BC', 'A']);
  });

  it('refuses a file whose packed objects are not what the table says', () => {
    const file = tagged();
    expect(() => readPdf(Buffer.concat([file.subarray(0, 70), Buffer.alloc(8), file.subarray(78)]))).toThrow(
      PdfReadError,
    );
    expect(() => readPdf(tagged({ 11: '<</P 10 0 R>>' }))).toThrow(PdfReadError);
  });
});
