import { breakLines, type Flow, type Page, shape, type Structure, type StyledText } from '@clearway/typesetting';
import { HeadingLevels } from '../heading-levels';
import { type Paper, type Words } from '../paper';
import { type Sheet, sheetOf, SIZE } from './sheets';

export interface DrawingWatch {
  /** Called now and then inside long tables; throws to stop. */
  readonly check?: () => void;
}

/** A paper being drawn: where its text flows, and what its pages look like. */
export class Drawing {
  readonly sheet: Sheet;
  readonly levels: HeadingLevels;
  /** The headings with their places, for the outline of a long paper. */
  readonly headings: { readonly text: string; readonly page: Page; readonly top: number; readonly level: number }[] =
    [];

  /** The page, from 1 within the paper, on which each row of its tables stands, in their order. */
  readonly rowPages: number[] = [];

  constructor(
    readonly flow: Flow,
    readonly paper: Paper,
    readonly watch: DrawingWatch,
    /** Pages of the file before this paper. */
    readonly pagesBefore: number,
  ) {
    this.sheet = sheetOf(paper.layout);
    this.levels = new HeadingLevels(paper);
  }

  get structure(): Structure {
    return this.flow.structure;
  }

  get pleading(): boolean {
    return this.paper.layout === 'pleading';
  }

  /** Single-spaced lines of at most `width` points from `x` on; goes down as many. */
  lines(texts: readonly string[], x: number, width: number, bold = false): void {
    for (const text of texts) this.structure.within('P', () => this.brokenLine(text, x, width, bold));
  }

  /** One text in single-spaced lines, into the element that is open. */
  brokenLine(text: string, x: number, width: number, bold = false): void {
    for (const line of breakLines(text, width, SIZE, bold ? 'bold' : 'regular')) {
      this.at(x, line, bold);
      this.flow.space(this.sheet.single);
    }
  }

  /** One line at this height. */
  at(x: number, text: string, bold = false): void {
    this.flow.page.text(
      x,
      this.flow.y - this.flow.drop(SIZE, this.sheet.single),
      shape(text, bold ? 'bold' : 'regular'),
      SIZE,
    );
  }
}

export function wordsOf({ text, runs }: Words): StyledText {
  return runs ?? text;
}
