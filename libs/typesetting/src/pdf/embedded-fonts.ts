import { BASE_CHARACTERS, baseFont } from '../fonts/base-set';
import { type TextStyle } from '../fonts/catalogue';
import { bookFace, type Face } from '../fonts/face';
import { buildFontProgram, type ProgramMetrics } from '../fonts/font-program';
import { type PlacedGlyph } from '../text/place-glyphs';
import { type ObjectFile } from './object-file';
import { deflate } from './packing';
import { num, utf16Hex } from './pdf-syntax';

/** What fonts ask of the file that they are embedded into. */
export type FontFile = Pick<ObjectFile, 'reserve' | 'set' | 'add' | 'addStream'>;

/** Of every cut of the base set, made once. */
let baseToUnicode: Uint8Array | undefined;

/** Fonts of one file: each embedded once, with the base set or with exactly the glyphs that were drawn. */
export class EmbeddedFonts {
  private readonly base = new Map<TextStyle, { readonly name: string; readonly id: number }>();
  private readonly subsets = new Map<string, Subset>();

  constructor(private readonly file: FontFile) {}

  /** Resource name of a cut of the book face with the base set. */
  baseName(style: TextStyle): string {
    return this.baseEntry(style).name;
  }

  baseId(style: TextStyle): number {
    return this.baseEntry(style).id;
  }

  /** Resource name of a face and the two-byte codes of the glyphs in it. */
  subset(face: Face): Subset {
    let subset = this.subsets.get(face.key);
    if (!subset) {
      subset = new Subset(face, `G${this.subsets.size + 1}`, this.file.reserve());
      this.subsets.set(face.key, subset);
    }
    return subset;
  }

  /** Writes the subsets and returns the entries of the `/Font` resource dictionary. */
  finish(): string {
    for (const subset of this.subsets.values()) subset.write(this.file);
    return [...this.base.values(), ...this.subsets.values()].map(({ name, id }) => `/${name} ${id} 0 R`).join('');
  }

  private baseEntry(style: TextStyle): { readonly name: string; readonly id: number } {
    let entry = this.base.get(style);
    if (!entry) {
      entry = { name: `F${this.base.size + 1}`, id: writeBaseFont(this.file, style) };
      this.base.set(style, entry);
    }
    return entry;
  }
}

/** The glyphs of one face that a file draws, numbered in the order in which they were first drawn. */
export class Subset {
  private readonly codes = new Map<string, number>();
  private readonly drawn: { readonly id: number; readonly text: string; readonly advance: number }[] = [];

  constructor(
    readonly face: Face,
    readonly name: string,
    readonly id: number,
  ) {}

  /** Two-byte code of a glyph; the same outline gets one code per text that it stands for. */
  code(glyph: PlacedGlyph): number {
    const key = `${glyph.id} ${glyph.text}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      this.drawn.push({ id: glyph.id, text: glyph.text, advance: this.advance(glyph.id) });
      code = this.drawn.length;
      this.codes.set(key, code);
    }
    return code;
  }

  /** Nominal advance in thousandths of the font size. */
  advance(glyphId: number): number {
    return Math.round((this.face.glyph(glyphId).advance * 1000) / this.face.metrics.unitsPerEm);
  }

  write(file: FontFile): void {
    const { metrics } = this.face;
    const program = buildFontProgram([this.face.glyph(0), ...this.drawn.map(({ id }) => this.face.glyph(id))], metrics);
    const tag = subsetTag(this.drawn.map(({ id }) => id));
    const fontName = `${tag}+${this.face.key}`;
    const descriptor = writeDescriptor(
      file,
      fontName,
      4,
      metrics,
      file.addStream(program, `/Length1 ${program.length}`),
    );
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${fontName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[1[${this.drawn.map(({ advance }) => advance).join(' ')}]]/CIDToGIDMap/Identity>>`,
    );
    const unicode = file.addStream(
      toUnicode(
        this.drawn.map(({ text }, i) => [i + 1, text] as const),
        2,
      ),
    );
    file.set(
      this.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${fontName}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
  }
}

/** Embeds a cut of the book face with the base set, one byte a character; returns its object number. */
export function writeBaseFont(file: FontFile, style: TextStyle): number {
  const { widths, metrics, packed, length } = baseFont(style);
  baseToUnicode ??= deflate(
    toUnicode(
      BASE_CHARACTERS.map(([character, code]) => [code, String.fromCharCode(character)] as const),
      1,
    ),
  );
  const fontName = `AAAAAA+${bookFace(style).key}`;
  const stream = file.addStream(packed, `/Length1 ${length}`, true);
  const descriptor = writeDescriptor(file, fontName, 32, metrics, stream, style);
  const unicode = file.addStream(baseToUnicode, '', true);
  return file.add(
    `<</Type/Font/Subtype/TrueType/BaseFont/${fontName}/FirstChar 32/LastChar 167/Widths[${[...widths.subarray(32, 168)].join(' ')}]/FontDescriptor ${descriptor} 0 R/Encoding/WinAnsiEncoding/ToUnicode ${unicode} 0 R>>`,
  );
}

function writeDescriptor(file: FontFile, fontName: string, flags: number, metrics: ProgramMetrics, program: number, style: TextStyle = 'regular'): number {
  const scale = (value: number): string => num(Math.round((value * 1000) / metrics.unitsPerEm));
  return file.add(
    `<</Type/FontDescriptor/FontName/${fontName}/Flags ${flags + 2 + (style === 'italic' ? 64 : 0)}/FontBBox[${metrics.box.map(scale).join(' ')}]/ItalicAngle ${style === 'italic' ? -12 : 0}/Ascent ${scale(metrics.ascent)}/Descent ${scale(metrics.descent)}/CapHeight ${scale(metrics.ascent * 0.72)}/StemV ${style === 'bold' ? 140 : 80}/FontFile2 ${program} 0 R>>`,
  );
}

/** Six letters that change with the glyphs, as PDF asks of a subset. */
function subsetTag(glyphs: readonly number[]): string {
  let hash = 7;
  for (const glyph of glyphs) hash = (hash * 31 + glyph) % 308915776;
  let tag = '';
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.trunc(hash / 26);
  }
  return tag;
}

/** The CMap that says which characters a code stands for: what copying, searching and read-back see. */
function toUnicode(pairs: readonly (readonly [number, string])[], bytes: 1 | 2): Uint8Array {
  const hex = (code: number): string =>
    code
      .toString(16)
      .toUpperCase()
      .padStart(bytes * 2, '0');
  // A glyph whose character another one carries stands for a mark of no width: no code may be without a character.
  const named = pairs.map(([code, text]) => [code, text === '' ? '\u200b' : text] as const);
  const blocks: string[] = [];
  for (let i = 0; i < named.length; i += 100) {
    const block = named.slice(i, i + 100);
    blocks.push(
      `${block.length} beginbfchar\n${block.map(([code, text]) => `<${hex(code)}> <${utf16Hex(text)}>`).join('\n')}\nendbfchar`,
    );
  }
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<${hex(0)}> <${'FF'.repeat(bytes)}>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`,
    'latin1',
  );
}
