import { baseLiteral } from '../fonts/base-set';
import { type GlyphRun, type ShapedText } from '../text/shape';
import { type EmbeddedFonts } from './embedded-fonts';
import { num, utf16Hex } from './pdf-syntax';
import { ARTIFACT_MARKS, type Artifact } from '../tags/roles';
import { type Structure } from '../tags/structure';

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

const BLACK: Colour = [0, 0, 0];
/** No element: nothing is open, or something outside of the content is. */
const NONE = -1;

/**
 * One page in the making; points from the lower left corner. Lines and areas lie below all text and are no content; text keeps
 * the order in which it is drawn and belongs to the element of the structure that is open.
 */
export class Page {
  private graphics: string[] = [];
  private texts: string[] = [];
  private font = '';
  private textFill = '0 g';
  private areaFill = '';
  private stroke = '';
  private atX = 0;
  private atY = 0;
  private owner = NONE;
  private beside: Artifact | undefined;
  /** Form field widgets on this page, by object number. */
  readonly widgets: number[] = [];
  /** The element of each mark, in the order of the marks. */
  readonly marked: number[] = [];
  /** Shared drawings below everything else, by resource name, each outside of the content. */
  readonly under: string[] = [];

  constructor(
    readonly id: number,
    /** From 0. */
    readonly number: number,
    readonly width: number,
    readonly height: number,
    private readonly fonts: EmbeddedFonts,
    private readonly structure: Structure,
  ) {}

  /** Draws a line of text with its baseline at `y` and returns its width in points. */
  text(x: number, y: number, shaped: ShapedText, size: number, colour: Colour = BLACK): number {
    this.mark();
    const fill = colourOperator(colour, 'rg');
    if (fill !== this.textFill) this.texts.push(fill);
    this.textFill = fill;
    let at = x;
    for (const run of shaped.runs) {
      if (run.kind === 'base') {
        this.useFont(this.fonts.baseName(run.style), size);
        this.texts.push(`${this.move(at, y)}(${baseLiteral(run.text)})Tj`);
      } else this.glyphRun(at, y, run, size);
      at += (run.width * size) / 1000;
    }
    return at - x;
  }

  line(x1: number, y1: number, x2: number, y2: number, width = 0.5, colour: Colour = BLACK): void {
    const stroke = `${colourOperator(colour, 'RG')} ${num(width)} w`;
    if (stroke !== this.stroke) {
      this.finishPath();
      this.graphics.push(stroke);
      this.stroke = stroke;
    }
    this.graphics.push(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l`);
  }

  rectangle(
    x: number,
    y: number,
    width: number,
    height: number,
    paint: { readonly fill?: Colour; readonly stroke?: Colour; readonly lineWidth?: number },
  ): void {
    this.finishPath();
    if (paint.fill) this.fillColour(paint.fill);
    const stroke = paint.stroke ? `${colourOperator(paint.stroke, 'RG')} ${num(paint.lineWidth ?? 0.5)} w ` : '';
    this.graphics.push(
      `${stroke}${num(x)} ${num(y)} ${num(width)} ${num(height)} re ${paint.fill ? (paint.stroke ? 'B' : 'f') : 'S'}`,
    );
  }

  /** A filled shape with straight edges, for charts. */
  polygon(points: readonly (readonly [number, number])[], fill: Colour): void {
    this.finishPath();
    this.fillColour(fill);
    this.graphics.push(`${points.map(([x, y], i) => `${num(x)} ${num(y)} ${i === 0 ? 'm' : 'l'}`).join(' ')} h f`);
  }

  /** Folds what was drawn so far into one text: a file has thousands of pages, and only the last one is busy. */
  settle(): void {
    this.finishPath();
    if (this.graphics.length > 1) this.graphics = [this.graphics.join('\n')];
    if (this.texts.length > 1) this.texts = [this.texts.join('\n')];
  }

  /** What the page draws, one byte a character. Closes the page. */
  content(): string {
    this.finishPath();
    this.endMark();
    const under = this.under.flatMap((name) => [ARTIFACT_MARKS.LineNumbers, `/${name} Do`, 'EMC']);
    const graphics = this.graphics.length === 0 ? [] : [ARTIFACT_MARKS.Layout, ...this.graphics, 'EMC'];
    const words = this.texts.length === 0 ? [] : ['0 g BT', ...this.texts, 'ET'];
    return [...under, ...graphics, ...words].join('\n');
  }

  /** Opens marked content for whoever takes what is drawn now, unless it is open already. */
  private mark(): void {
    const beside = this.structure.artifactKind;
    if (beside !== undefined) {
      if (this.beside === beside) return;
      this.endMark();
      this.beside = beside;
      this.texts.push(ARTIFACT_MARKS[beside]);
      return;
    }
    const owner = this.structure.owner();
    if (this.owner === owner) return;
    this.endMark();
    this.owner = owner;
    const mark = this.marked.push(owner) - 1;
    this.structure.note(owner, this.number, mark);
    this.texts.push(`/${this.structure.role(owner)}<</MCID ${mark}>>BDC`);
  }

  private endMark(): void {
    if (this.owner !== NONE || this.beside !== undefined) this.texts.push('EMC');
    this.owner = NONE;
    this.beside = undefined;
  }

  /** Paints the lines that wait: those of one style make one path. */
  private finishPath(): void {
    if (this.stroke !== '') this.graphics.push('S');
    this.stroke = '';
  }

  /** Moves the start of the next text; steps are shorter to write than places. */
  private move(x: number, y: number): string {
    const toX = Math.round(x * 100) / 100;
    const toY = Math.round(y * 100) / 100;
    const step = `${num(Math.round((toX - this.atX) * 100) / 100)} ${num(Math.round((toY - this.atY) * 100) / 100)} Td`;
    this.atX = toX;
    this.atY = toY;
    return step;
  }

  private glyphRun(x: number, y: number, run: GlyphRun, size: number): void {
    const subset = this.fonts.subset(run.face);
    const { embolden } = run.face;
    this.useFont(subset.name, size);
    if (embolden > 0)
      this.texts.push(`${this.textFill.replace('rg', 'RG').replace(' g', ' G')} 2 Tr ${num(embolden * size)} w`);
    if (run.reordered) this.texts.push(`/Span<</ActualText<FEFF${utf16Hex(run.text)}>>>BDC`);
    let pen = x;
    let from = x;
    let pending = '';
    let adjusted = false;
    const flush = (): void => {
      if (pending !== '') this.texts.push(`${this.move(from, y)}${adjusted ? `[<${pending}>]TJ` : `<${pending}>Tj`}`);
      pending = '';
      adjusted = false;
      from = pen;
    };
    for (const glyph of run.glyphs) {
      const code = subset.code(glyph).toString(16).toUpperCase().padStart(4, '0');
      if (glyph.dx !== 0 || glyph.dy !== 0) {
        flush();
        this.texts.push(`${this.move(pen + (glyph.dx * size) / 1000, y + (glyph.dy * size) / 1000)}<${code}>Tj`);
        pen += (glyph.advance * size) / 1000;
        from = pen;
        continue;
      }
      pending += code;
      pen += (glyph.advance * size) / 1000;
      const difference = subset.advance(glyph.id) - glyph.advance;
      if (difference !== 0) {
        pending += `>${difference}<`;
        adjusted = true;
      }
    }
    flush();
    if (run.reordered) this.texts.push('EMC');
    if (embolden > 0) this.texts.push('0 Tr');
  }

  private useFont(name: string, size: number): void {
    const font = `/${name} ${num(size)} Tf`;
    if (font !== this.font) this.texts.push(font);
    this.font = font;
  }

  private fillColour(colour: Colour): void {
    const fill = colourOperator(colour, 'rg');
    if (fill !== this.areaFill) this.graphics.push(fill);
    this.areaFill = fill;
  }
}

function colourOperator([red, green, blue]: Colour, operator: 'rg' | 'RG'): string {
  if (red === green && green === blue) return `${num(red)} ${operator === 'rg' ? 'g' : 'G'}`;
  return `${num(red)} ${num(green)} ${num(blue)} ${operator}`;
}
