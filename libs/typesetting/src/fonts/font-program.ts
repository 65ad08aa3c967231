/** A glyph of a font program: its outline (`encodeGlyph`), its advance and its left edge, in units of the em. */
export interface ProgramGlyph {
  readonly outline: Uint8Array;
  readonly advance: number;
  readonly left: number;
}

export interface ProgramMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
}

/**
 * A TrueType program with exactly these glyphs, as PDF wants it embedded. Glyph 0 is the first of the list. With
 * `characters` (code point to glyph, sorted by code point, below U+FFFF) it also carries a Unicode cmap.
 */
export function buildFontProgram(glyphs: readonly ProgramGlyph[], metrics: ProgramMetrics, characters?: readonly (readonly [number, number])[]): Uint8Array {
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    loca.writeUInt32BE(offset, i * 4);
    hmtx.writeUInt16BE(Math.round(glyph.advance), i * 4);
    hmtx.writeInt16BE(glyph.left, i * 4 + 2);
    offset += glyph.outline.length;
  });
  loca.writeUInt32BE(offset, glyphs.length * 4);
  const tables: [string, Buffer][] = [
    ['glyf', Buffer.concat(glyphs.map((glyph) => glyph.outline))],
    ['head', head(metrics)],
    ['hhea', hhea(metrics, glyphs)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp(glyphs)],
  ];
  if (characters) tables.unshift(['cmap', cmap(characters)]);
  return assemble(tables);
}

function head({ unitsPerEm, box }: ProgramMetrics): Buffer {
  const table = Buffer.alloc(54);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12);
  table.writeUInt16BE(0x000b, 16);
  table.writeUInt16BE(unitsPerEm, 18);
  box.forEach((edge, i) => table.writeInt16BE(Math.round(edge), 36 + i * 2));
  table.writeUInt16BE(8, 46);
  table.writeInt16BE(2, 48);
  table.writeInt16BE(1, 50);
  return table;
}

function hhea({ ascent, descent }: ProgramMetrics, glyphs: readonly ProgramGlyph[]): Buffer {
  const table = Buffer.alloc(36);
  table.writeUInt32BE(0x00010000, 0);
  table.writeInt16BE(Math.round(ascent), 4);
  table.writeInt16BE(Math.round(descent), 6);
  table.writeUInt16BE(Math.round(Math.max(...glyphs.map((glyph) => glyph.advance))), 10);
  table.writeInt16BE(1, 18);
  table.writeUInt16BE(glyphs.length, 34);
  return table;
}

function maxp(glyphs: readonly ProgramGlyph[]): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt16BE(glyphs.length, 4);
  let points = 0;
  let contours = 0;
  for (const { outline } of glyphs) {
    if (outline.length === 0) continue;
    const view = Buffer.from(outline.buffer, outline.byteOffset, outline.length);
    const count = view.readInt16BE(0);
    contours = Math.max(contours, count);
    points = Math.max(points, view.readUInt16BE(10 + (count - 1) * 2) + 1);
  }
  table.writeUInt16BE(points, 6);
  table.writeUInt16BE(contours, 8);
  table.writeUInt16BE(2, 14);
  return table;
}

/** Format 4, one segment a character: the sets are small. */
function cmap(characters: readonly (readonly [number, number])[]): Buffer {
  const segments = characters.length + 1;
  const table = Buffer.alloc(12 + 16 + segments * 8);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(1, 6);
  table.writeUInt32BE(12, 8);
  const power = Math.floor(Math.log2(segments));
  [4, 16 + segments * 8, 0, segments * 2, 2 ** power * 2, power, segments * 2 - 2 ** power * 2].forEach((value, i) => table.writeUInt16BE(value, 12 + i * 2));
  const ends = 26;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  [...characters, [0xffff, 0] as const].forEach(([codePoint, glyph], i) => {
    table.writeUInt16BE(codePoint, ends + i * 2);
    table.writeUInt16BE(codePoint, starts + i * 2);
    table.writeUInt16BE((glyph - codePoint) & 0xffff, deltas + i * 2);
  });
  return table;
}

function assemble(tables: readonly (readonly [string, Buffer])[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  [tables.length, 2 ** power * 16, power, tables.length * 16 - 2 ** power * 16].forEach((value, i) => directory.writeUInt16BE(value, 4 + i * 2));
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let headAt = 0;
  tables.forEach(([tag, data], i) => {
    if (tag === 'head') headAt = offset;
    const entry = 12 + i * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(data), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  });
  const program = Buffer.concat(parts);
  program.writeUInt32BE((0xb1b0afba - checksum(program)) >>> 0, headAt + 8);
  return program;
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    sum = (sum + (((data[i] ?? 0) << 24) | ((data[i + 1] ?? 0) << 16) | ((data[i + 2] ?? 0) << 8) | (data[i + 3] ?? 0))) >>> 0;
  }
  return sum;
}
