import { type ReadFont } from './fonts';
import { PdfName, PdfSyntax, PdfWord, type PdfValue } from './syntax';

/** A piece of text as it stands on a page. */
export interface ReadText {
  /** In drawing order: right-to-left words stand turned around, glyphs that carry no character of their own are absent. */
  readonly text: string;
  /** Start of the baseline in points from the lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Width and font size in points. */
  readonly width: number;
  readonly size: number;
  /** The marked content that it stands in, from 0; -1 where it stands in none. */
  readonly mark: number;
  /** For text beside the content what it says it is: `Footer`, `Header`, or empty; undefined for content. */
  readonly artifact: string | undefined;
}

/** Something that a reader of the print would not see, or would see as a box. */
export type TextProblem = 'glyph-missing' | 'glyph-empty' | 'character-unknown' | 'outside-page' | 'text-invisible';

export interface PageBox {
  readonly width: number;
  readonly height: number;
}

/** What the names in a content stream stand for. */
export interface ContentNames {
  font(name: string): ReadFont;
  /** A form XObject with the names of its own; undefined for a picture. */
  form(name: string): { readonly content: Uint8Array; readonly names: ContentNames } | undefined;
}

/** Marked content that is open. */
interface Mark {
  readonly mark: number;
  readonly artifact: string | undefined;
}

const UNMARKED: Mark = { mark: -1, artifact: undefined };

/** Plays a page's operators and notes every piece of text. Only the unrotated pages that papers have are understood. */
export function readPageText(
  content: Uint8Array,
  names: ContentNames,
  box: PageBox,
  problems: Set<TextProblem>,
  texts: ReadText[] = [],
  around: Mark = UNMARKED,
): ReadText[] {
  const syntax = new PdfSyntax(content);
  let operands: PdfValue[] = [];
  let current: ReadFont | undefined;
  let size = 0;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let leading = 0;
  let mode = 0;
  let white = false;
  let mark = around;
  const marks: Mark[] = [];
  const number = (i: number): number => (typeof operands[i] === 'number' ? (operands[i] as number) : 0);
  const moveTo = (toX: number, toY: number): void => {
    x = lineX = toX;
    y = lineY = toY;
  };
  const show = (pieces: readonly PdfValue[]): void => {
    const from = x;
    let text = '';
    for (const piece of pieces) {
      if (typeof piece === 'number') x -= (piece * size) / 1000;
      else if (piece instanceof Uint8Array && current) {
        const { bytesPerCode, characters } = current;
        for (let i = 0; i + bytesPerCode <= piece.length; i += bytesPerCode) {
          const code =
            bytesPerCode === 1 ? (piece[i] as number) : ((piece[i] as number) << 8) | (piece[i + 1] as number);
          const character = characters[code];
          const state = current.drawn(code);
          if (state === 'missing') problems.add('glyph-missing');
          if (state === 'empty' && (character === undefined || character.trim() !== '')) problems.add('glyph-empty');
          if (character === undefined && bytesPerCode === 1) problems.add('character-unknown');
          text += character ?? '';
          x += (current.width(code) * size) / 1000;
        }
      } else problems.add('character-unknown');
    }
    if (mode === 3 || white) problems.add('text-invisible');
    if (from < 0 || y < 0 || x > box.width || y + size > box.height) problems.add('outside-page');
    texts.push({ text, x: from, y, width: x - from, size, mark: mark.mark, artifact: mark.artifact });
  };
  for (let value = syntax.next(); value !== undefined; value = syntax.next()) {
    if (!(value instanceof PdfWord)) {
      operands.push(value);
      continue;
    }
    switch (value.word) {
      case 'BMC':
      case 'BDC':
        marks.push(mark);
        mark = markOf(operands, mark);
        break;
      case 'EMC':
        mark = marks.pop() ?? around;
        break;
      case 'Do': {
        const form = operands[0] instanceof PdfName ? names.form(operands[0].name) : undefined;
        if (form) readPageText(form.content, form.names, box, problems, texts, mark);
        break;
      }
      case 'BT':
        moveTo(0, 0);
        break;
      case 'Tf':
        current = operands[0] instanceof PdfName ? names.font(operands[0].name) : undefined;
        size = number(1);
        break;
      case 'Tm':
        moveTo(number(4), number(5));
        break;
      case 'Td':
        moveTo(lineX + number(0), lineY + number(1));
        break;
      case 'TD':
        leading = -number(1);
        moveTo(lineX + number(0), lineY + number(1));
        break;
      case 'TL':
        leading = number(0);
        break;
      case 'T*':
        moveTo(lineX, lineY - leading);
        break;
      case 'Tr':
        mode = number(0);
        break;
      case 'g':
        white = number(0) > 0.9;
        break;
      case 'rg':
        white = number(0) > 0.9 && number(1) > 0.9 && number(2) > 0.9;
        break;
      case 'Tj':
        show(operands);
        break;
      case 'TJ':
        show(Array.isArray(operands[0]) ? operands[0] : []);
        break;
      default:
        break;
    }
    operands = [];
  }
  return texts;
}

/** A span inside of marked content belongs to the same mark. */
function markOf([tag, properties]: readonly PdfValue[], around: Mark): Mark {
  const entries = properties instanceof Map ? properties : undefined;
  if (tag instanceof PdfName && tag.name === 'Artifact') {
    const subtype = entries?.get('Subtype');
    return { mark: -1, artifact: subtype instanceof PdfName ? subtype.name : '' };
  }
  const mark = entries?.get('MCID');
  return typeof mark === 'number' ? { mark, artifact: undefined } : around;
}
