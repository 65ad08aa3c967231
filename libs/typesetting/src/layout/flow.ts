import { LayoutError } from '../errors';
import { type TextStyle } from '../fonts/catalogue';
import { type Page } from '../pdf/page';
import { type PdfDocument } from '../pdf/pdf-document';
import { breakLines } from '../text/break-lines';
import { shape } from '../text/shape';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export type Alignment = 'left' | 'centre' | 'right';

export interface ParagraphStyle {
  readonly style?: TextStyle;
  /** Font size in points. */
  readonly size?: number;
  /** From baseline to baseline, in points. */
  readonly leading?: number;
  readonly align?: Alignment;
  /** First line indent in points. */
  readonly indent?: number;
  /** Left edge of all lines, in points from the margin. */
  readonly left?: number;
  /** A number or a bullet at the margin, on the first line. */
  readonly marker?: string;
  readonly spaceAfter?: number;
  /** Space that must remain below, so that a heading does not stand alone at the foot of a page. */
  readonly keepWithNext?: number;
}

/** Text flowing down pages: paragraphs that break with at least two lines on either side, and room for what is drawn by hand. */
export class Flow {
  /** Baseline space used so far: the top of what comes next, in points from the bottom of the page. */
  y = 0;
  page: Page;

  constructor(
    readonly document: PdfDocument,
    readonly margins: Margins,
    private readonly size: { readonly width: number; readonly height: number },
  ) {
    this.page = this.newPage();
  }

  get left(): number {
    return this.margins.left;
  }

  get width(): number {
    return this.size.width - this.margins.left - this.margins.right;
  }

  get room(): number {
    return this.y - this.margins.bottom;
  }

  newPage(): Page {
    this.page = this.document.addPage(this.size);
    this.y = this.size.height - this.margins.top;
    return this.page;
  }

  /** Goes to a new page when less than `height` is left. True when it did. */
  ensure(height: number): boolean {
    if (height > this.size.height - this.margins.top - this.margins.bottom) throw new LayoutError('a block is taller than a page');
    if (this.room >= height) return false;
    this.newPage();
    return true;
  }

  space(height: number): void {
    this.y -= height;
  }

  paragraph(text: string, options: ParagraphStyle = {}): void {
    const { style = 'regular', size = 12, leading = size * 1.5, align = 'left', indent = 0, left = 0, spaceAfter = 0, keepWithNext = 0, marker } = options;
    const lines = linesOf(text, this.width - left, indent, size, style);
    this.ensure(Math.min(lines.length, 2) * leading + keepWithNext);
    let here = this.linesHere(lines.length, leading);
    lines.forEach((line, i) => {
      if (here === 0) {
        this.newPage();
        here = this.linesHere(lines.length - i, leading);
      }
      here--;
      if (i === 0 && marker !== undefined) this.page.text(this.left, this.y - baselineDrop(size, leading), shape(marker, style), size);
      const shaped = shape(line, style);
      const free = this.width - left - (shaped.width * size) / 1000;
      const shift = align === 'centre' ? free / 2 : align === 'right' ? free : i === 0 ? indent : 0;
      this.page.text(this.left + left + shift, this.y - baselineDrop(size, leading), shaped, size);
      this.y -= leading;
    });
    this.y -= spaceAfter;
  }

  /** How many of the lines stand on this page: all, or so many that at least two stand on either side of the break. */
  private linesHere(lines: number, leading: number): number {
    const fits = Math.floor(this.room / leading + 1e-9);
    if (fits >= lines) return lines;
    const here = lines - fits === 1 ? fits - 1 : fits;
    return here < 2 ? 0 : here;
  }

  rule(width = 0.75): void {
    this.page.line(this.left, this.y, this.left + this.width, this.y, width);
  }
}

/** How far below the top of a line its baseline stands. */
export function baselineDrop(size: number, leading: number): number {
  return (leading - size) / 2 + size * 0.8;
}

function linesOf(text: string, width: number, indent: number, size: number, style: TextStyle): readonly string[] {
  if (indent === 0) return breakLines(text, width, size, style);
  const first = breakLines(text, width - indent, size, style);
  if (first.length < 2) return first;
  const head = first[0] as string;
  return [head, ...breakLines(text.slice(text.indexOf(head) + head.length).trimStart(), width, size, style)];
}
