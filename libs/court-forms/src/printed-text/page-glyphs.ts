import { type PDFDict } from '@cantoo/pdf-lib';
import { type PdfValues } from '../edition/pdf-values';
import { ContentName, operationsOf, type Operand } from './content-syntax';
import { type FontCodes, fontCodes } from './font-codes';
import { IDENTITY, type Matrix, times } from './matrix';

/** One printed character, in points from the lower left corner of the page. */
export interface Glyph {
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const MOST_NESTED_DRAWINGS = 8;

interface TextState {
  font?: FontCodes;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
}

/** Plays the drawing of a page and of what it draws by name, and notes every upright character. */
export class PageGlyphs {
  readonly glyphs: Glyph[] = [];
  private readonly fonts = new Map<PDFDict, FontCodes>();

  constructor(private readonly values: PdfValues) {}

  play(content: Uint8Array, resources: PDFDict | undefined, at: Matrix = IDENTITY, depth = 0): void {
    let ctm = at;
    let state: TextState = { size: 0, characterSpace: 0, wordSpace: 0, scale: 1, leading: 0 };
    const saved: { readonly ctm: Matrix; readonly state: TextState }[] = [];
    let text: Matrix = IDENTITY;
    let line: Matrix = IDENTITY;
    const nextLine = (x: number, y: number): void => void (text = line = times([1, 0, 0, 1, x, y], line));
    const show = (pieces: readonly Operand[]): void => void (text = this.show(pieces, state, text, ctm));
    for (const { operator, operands } of operationsOf(content)) {
      const n = (i: number): number => numberOf(operands[i]);
      switch (operator) {
        case 'q':
          saved.push({ ctm, state: { ...state } });
          break;
        case 'Q':
          ({ ctm, state } = saved.pop() ?? { ctm, state });
          break;
        case 'cm':
          ctm = times([n(0), n(1), n(2), n(3), n(4), n(5)], ctm);
          break;
        case 'BT':
          text = line = IDENTITY;
          break;
        case 'Tf':
          state.font = this.font(resources, operands[0]);
          state.size = n(1);
          break;
        case 'Tc':
          state.characterSpace = n(0);
          break;
        case 'Tw':
          state.wordSpace = n(0);
          break;
        case 'Tz':
          state.scale = n(0) / 100;
          break;
        case 'TL':
          state.leading = n(0);
          break;
        case 'Td':
          nextLine(n(0), n(1));
          break;
        case 'TD':
          state.leading = -n(1);
          nextLine(n(0), n(1));
          break;
        case 'T*':
          nextLine(0, -state.leading);
          break;
        case 'Tm':
          text = line = [n(0), n(1), n(2), n(3), n(4), n(5)];
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(Array.isArray(operands[0]) ? (operands[0] as readonly Operand[]) : []);
          break;
        case "'":
        case '"':
          nextLine(0, -state.leading);
          show(operands.slice(-1));
          break;
        case 'Do':
          if (depth < MOST_NESTED_DRAWINGS) this.drawing(resources, operands[0], ctm, depth);
          break;
        default:
          break;
      }
    }
  }

  private drawing(resources: PDFDict | undefined, name: Operand | undefined, ctm: Matrix, depth: number): void {
    if (!(name instanceof ContentName)) return;
    const drawing = this.values.get(this.values.dictionary(this.values.get(resources, 'XObject')), name.name);
    const dictionary = this.values.dictionary(drawing);
    if (this.values.name(this.values.get(dictionary, 'Subtype')) !== 'Form') return;
    const content = this.values.content(drawing);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.values.numbers(this.values.get(dictionary, 'Matrix'));
    if (content)
      this.play(
        content,
        this.values.dictionary(this.values.get(dictionary, 'Resources')) ?? resources,
        times([a, b, c, d, e, f], ctm),
        depth + 1,
      );
  }

  private font(resources: PDFDict | undefined, name: Operand | undefined): FontCodes | undefined {
    const fonts = this.values.dictionary(this.values.get(resources, 'Font'));
    const font = name instanceof ContentName ? this.values.dictionary(this.values.get(fonts, name.name)) : undefined;
    if (!font) return undefined;
    let codes = this.fonts.get(font);
    if (!codes) this.fonts.set(font, (codes = fontCodes(this.values, font)));
    return codes;
  }

  /** Notes the characters of strings and gives the text matrix after them. */
  private show(pieces: readonly Operand[], state: TextState, from: Matrix, ctm: Matrix): Matrix {
    const { font, size, characterSpace, wordSpace, scale } = state;
    let at = from;
    const advance = (x: number): void => void (at = times([1, 0, 0, 1, x, 0], at));
    for (const piece of pieces) {
      if (typeof piece === 'number') advance((-piece / 1000) * size * scale);
      if (!(piece instanceof Uint8Array) || !font) continue;
      for (let i = 0; i + font.bytesPerCode <= piece.length; i += font.bytesPerCode) {
        const code =
          font.bytesPerCode === 1 ? (piece[i] as number) : ((piece[i] as number) << 8) | (piece[i + 1] as number);
        const width = (font.width(code) / 1000) * size;
        const place = times(at, ctm);
        const character = font.character(code);
        // Text that stands on its side is no label of a field.
        if (Math.abs(place[1]) < 0.01 && place[0] > 0 && character !== '') {
          this.glyphs.push({
            character,
            left: place[4],
            right: place[4] + width * scale * place[0],
            baseline: place[5],
            size: Math.abs(size * place[3]),
          });
        }
        advance((width + characterSpace + (code === 32 && font.bytesPerCode === 1 ? wordSpace : 0)) * scale);
      }
    }
    return at;
  }
}

function numberOf(value: Operand | undefined): number {
  return typeof value === 'number' ? value : 0;
}
