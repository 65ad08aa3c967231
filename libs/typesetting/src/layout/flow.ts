import { LayoutError } from '../errors';
import { type TextStyle } from '../fonts/catalogue';
import { type Page } from '../pdf/page';
import { type PdfDocument } from '../pdf/pdf-document';
import { type Role } from '../tags/roles';
import { type Structure } from '../tags/structure';
import { breakStyled, type StyledLine, type StyledText } from '../text/styled';
import { shape } from '../text/shape';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export type Alignment = 'left' | 'centre' | 'right';

/** Lines at fixed places down the page: every baseline of text stands on one, or half way between two. */
export interface Grid {
  /** From line to line, in points. */
  readonly step: number;
  /** From the top of a line's place to its baseline, in points: half a step, so that half steps meet baselines too. */
  readonly drop: number;
}

export interface ParagraphStyle {
  readonly style?: TextStyle;
  /** Font size in points. */
  readonly size?: number;
  /** From baseline to baseline, in points. */
  readonly leading?: number;
  readonly align?: Alignment;
  /** First line indent in points. */
  readonly indent?: number;
  /** Left and right edge of all lines, in points from the margins. */
  readonly left?: number;
  readonly right?: number;
  /** A number or a bullet on the first line, so many points from the margin. */
  readonly marker?: string;
  readonly markerAt?: number;
  readonly spaceAfter?: number;
  /** Space that must remain below, so that a heading does not stand alone at the foot of a page. */
  readonly keepWithNext?: number;
  /** Height of what has to stand on the page of the last two lines, such as a place to sign. */
  readonly follow?: number;
  /** What it is for those who listen: `P` when absent. */
  readonly role?: Role;
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
    private readonly options: {
      readonly grid?: Grid;
      /** Called for each page as it is begun. */ readonly onPage?: (page: Page) => void;
    } = {},
  ) {
    this.page = this.newPage();
  }

  get structure(): Structure {
    return this.document.structure;
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

  get top(): number {
    return this.size.height - this.margins.top;
  }

  get grid(): Grid | undefined {
    return this.options.grid;
  }

  newPage(): Page {
    this.page = this.document.addPage(this.size);
    this.options.onPage?.(this.page);
    this.y = this.top;
    return this.page;
  }

  /** Goes to a new page when less than `height` is left. True when it did. */
  ensure(height: number): boolean {
    if (height > this.top - this.margins.bottom) throw new LayoutError('a block is taller than a page');
    if (this.room >= height) return false;
    this.newPage();
    return true;
  }

  space(height: number): void {
    this.y -= height;
  }

  /** Goes down to the next line of the grid, to the next page where there is none left. */
  align(): void {
    const { grid } = this.options;
    if (!grid) return;
    this.y = this.top - Math.ceil((this.top - this.y) / grid.step - 1e-6) * grid.step;
    if (this.room < grid.step - 1e-6) this.newPage();
  }

  /** How far below the top of a line its baseline stands. */
  drop(size: number, leading: number): number {
    return this.options.grid?.drop ?? baselineDrop(size, leading);
  }

  /** How many lines still fit on the page. On a grid no baseline stands below its last line. */
  fits(leading: number): number {
    const { grid } = this.options;
    return Math.max(0, Math.floor((grid ? this.room - grid.step + leading : this.room) / leading + 1e-6));
  }

  paragraph(text: StyledText, options: ParagraphStyle = {}): void {
    const { structure } = this;
    const { size = 12, marker, markerAt = 0, role = 'P' } = options;
    if (marker === undefined) return structure.within(role, () => this.lines(text, options));
    const inList = structure.openRole === 'L';
    if (!inList) structure.begin('L', listEntries(marker));
    structure.begin('LI');
    this.lines(text, options, (y) =>
      structure.within('Lbl', () => this.page.text(this.left + markerAt, y, shape(marker, options.style), size)),
    );
    structure.end('LI');
    if (!inList) structure.end('L');
  }

  /** How many lines a paragraph has. */
  countLines(
    text: StyledText,
    { style = 'regular', size = 12, left = 0, right = 0, indent = 0 }: ParagraphStyle = {},
  ): number {
    return breakStyled(text, this.width - left - right, size, style, indent).length;
  }

  rule(width = 0.75): void {
    this.page.line(this.left, this.y, this.left + this.width, this.y, width);
  }

  /** `first` is called with the baseline of the first line, before it is drawn. */
  private lines(text: StyledText, options: ParagraphStyle, first?: (y: number) => void): void {
    const {
      style = 'regular',
      size = 12,
      leading = size * 1.5,
      align = 'left',
      indent = 0,
      left = 0,
      right = 0,
      spaceAfter = 0,
      keepWithNext = 0,
      follow = 0,
    } = options;
    const width = this.width - left - right;
    const lines = breakStyled(text, width, size, style, indent);
    this.ensure(Math.min(lines.length, 2) * leading + keepWithNext);
    let here = this.linesHere(lines.length, leading, follow);
    const draw = (line: StyledLine, i: number): void => {
      const y = this.y - this.drop(size, leading);
      const free = width - (line.width * size) / 1000;
      let x = this.left + left + (align === 'centre' ? free / 2 : align === 'right' ? free : i === 0 ? indent : 0);
      for (const shaped of line.pieces) x += this.page.text(x, y, shaped, size);
      this.y -= leading;
    };
    lines.forEach((line, i) => {
      if (here === 0) {
        this.newPage();
        here = this.linesHere(lines.length - i, leading, follow);
      }
      here--;
      if (i === 0 && first) {
        first(this.y - this.drop(size, leading));
        this.structure.begin('LBody');
      }
      draw(line, i);
    });
    if (first) this.structure.end('LBody');
    this.y -= spaceAfter;
  }

  /** How many of the lines stand on this page: all with what follows them, or so many that at least two stand on either side of the break. */
  private linesHere(lines: number, leading: number, follow: number): number {
    const fits = this.fits(leading);
    if (fits >= lines && this.room >= lines * leading + follow) return lines;
    const here = Math.min(fits, lines - 2);
    if (here >= 2) return here;
    return this.y === this.top ? Math.min(fits, lines) : 0;
  }
}

/** How far below the top of a line its baseline stands. */
export function baselineDrop(size: number, leading: number): number {
  return (leading - size) / 2 + size * 0.8;
}

/** Says how a list is numbered, read off the marker of its first item. */
export function listEntries(marker: string): string {
  const numbering = /^\d/.test(marker)
    ? 'Decimal'
    : /^[a-z][.)]/.test(marker) || /^\([a-z]/.test(marker)
      ? 'LowerAlpha'
      : marker === '•'
        ? 'Disc'
        : 'None';
  return `/A<</O/List/ListNumbering/${numbering}>>`;
}
