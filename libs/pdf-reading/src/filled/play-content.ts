import { PdfReadError } from '../errors';
import { type ReadFont } from '../fonts';
import { PdfName, PdfSyntax, PdfWord, type PdfValue } from '../syntax';

export type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A piece of text on a page, in points. */
export interface PlayedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What one stretch of marked content draws. */
export interface PlayedMark {
  /** Marked-content identifier; -1 for artifacts and for content that stands in no mark. */
  readonly mark: number;
  readonly tag: string;
  readonly texts: PlayedText[];
  /** Form XObjects by resource name, with the matrix under which they are drawn. */
  readonly drawings: { readonly name: string; readonly matrix: Matrix }[];
  /** Corners of lines and areas. */
  readonly points: (readonly [number, number])[];
  /** How often lines or areas are painted. */
  paints: number;
  /** A letter has no glyph or a box in its place, or would not be seen. */
  unprinted: boolean;
}

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

/**
 * Plays content that was added to a page: upright text in embedded fonts, form XObjects, lines and areas.
 * @throws PdfReadError for an operator that such content does not have.
 */
export function playContent(content: Uint8Array, font: (name: string) => ReadFont): readonly PlayedMark[] {
  const player = new Player(font);
  const syntax = new PdfSyntax(content);
  let operands: PdfValue[] = [];
  for (let value = syntax.next(); value !== undefined; value = syntax.next()) {
    if (!(value instanceof PdfWord)) operands.push(value);
    else {
      player.take(value.word, operands);
      operands = [];
    }
  }
  return player.marks;
}

class Player {
  readonly marks: PlayedMark[] = [];
  private readonly open: (PlayedMark | undefined)[] = [];
  private matrix = IDENTITY;
  private readonly saved: Matrix[] = [];
  private current: ReadFont | undefined;
  private size = 0;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private mode = 0;
  private grey = 0;
  private points: (readonly [number, number])[] = [];

  constructor(private readonly font: (name: string) => ReadFont) {}

  take(operator: string, operands: readonly PdfValue[]): void {
    const number = (i: number): number => (typeof operands[i] === 'number' ? (operands[i] as number) : 0);
    switch (operator) {
      case 'BMC':
      case 'BDC':
        return this.begin(operands);
      case 'EMC':
        this.open.pop();
        return;
      case 'q':
        this.saved.push(this.matrix);
        return;
      case 'Q':
        this.matrix = this.saved.pop() ?? IDENTITY;
        return;
      case 'cm':
        this.matrix = multiply([number(0), number(1), number(2), number(3), number(4), number(5)], this.matrix);
        return;
      case 'BT':
        this.x = this.y = this.lineX = this.lineY = 0;
        return;
      case 'ET':
      case 'w':
      case 'G':
        return;
      case 'g':
        this.grey = number(0);
        return;
      case 'Tr':
        this.mode = number(0);
        return;
      case 'Tf':
        this.current = operands[0] instanceof PdfName ? this.font(operands[0].name) : undefined;
        this.size = number(1);
        return;
      case 'Td':
        this.x = this.lineX += number(0);
        this.y = this.lineY += number(1);
        return;
      case 'Tj':
        return this.show(operands);
      case 'TJ':
        return this.show(Array.isArray(operands[0]) ? operands[0] : []);
      case 'Do':
        this.into().drawings.push({
          name: operands[0] instanceof PdfName ? operands[0].name : '',
          matrix: this.matrix,
        });
        return;
      case 'm':
      case 'l':
        this.points.push([number(0), number(1)]);
        return;
      default:
        if (!PAINTS.has(operator))
          throw new PdfReadError(`added content has an operator that it should not have (${operator})`);
        this.paint();
    }
  }

  private begin([tag, properties]: readonly PdfValue[]): void {
    const name = tag instanceof PdfName ? tag.name : '';
    const mark =
      properties instanceof Map && typeof properties.get('MCID') === 'number' ? (properties.get('MCID') as number) : -1;
    const around = this.open[this.open.length - 1];
    if (mark < 0 && around && name === 'Span') {
      this.open.push(around);
      return;
    }
    const played = emptyMark(mark, name);
    this.marks.push(played);
    this.open.push(played);
  }

  private into(): PlayedMark {
    const open = this.open[this.open.length - 1];
    if (open) return open;
    const stray = emptyMark(-1, '');
    this.marks.push(stray);
    return stray;
  }

  private paint(): void {
    const mark = this.into();
    mark.points.push(...this.points);
    mark.paints++;
    this.points = [];
  }

  private show(pieces: readonly PdfValue[]): void {
    const from = this.x;
    let text = '';
    let unprinted = this.mode === 3 || this.grey > 0.9;
    const font = this.current;
    if (!font || this.matrix !== IDENTITY) throw new PdfReadError('added text has no font, or is turned');
    for (const piece of pieces) {
      if (typeof piece === 'number') this.x -= (piece * this.size) / 1000;
      else if (piece instanceof Uint8Array) {
        for (let i = 0; i + font.bytesPerCode <= piece.length; i += font.bytesPerCode) {
          const code =
            font.bytesPerCode === 1 ? (piece[i] as number) : ((piece[i] as number) << 8) | (piece[i + 1] as number);
          const character = font.characters[code];
          const drawn = font.drawn(code);
          if (drawn === 'missing' || (drawn === 'empty' && (character === undefined || character.trim() !== '')))
            unprinted = true;
          if (character === undefined && font.bytesPerCode === 1) unprinted = true;
          text += character ?? '';
          this.x += (font.width(code) * this.size) / 1000;
        }
      }
    }
    const mark = this.into();
    if (unprinted) mark.unprinted = true;
    mark.texts.push({ text, x: from, y: this.y, width: this.x - from, size: this.size });
  }
}

function emptyMark(mark: number, tag: string): PlayedMark {
  return { mark, tag, texts: [], drawings: [], points: [], paints: 0, unprinted: false };
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}
