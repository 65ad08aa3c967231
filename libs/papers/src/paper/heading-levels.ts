import { type Block, type CaptionLine, type Paper } from './paper';

/** What a text is for those who listen to a paper. */
export type TextRole = 'H1' | 'H2' | 'H3' | 'H4' | 'P';

/**
 * The roles of a paper's headings: its title is the first level, in the caption or, where there is none, as the first
 * bold line in the middle; the headings of its text go on from there, and no level is left out.
 */
export class HeadingLevels {
  private titled = false;
  private last = 1;
  private readonly hasCaption: boolean;

  constructor(private readonly paper: Paper) {
    this.hasCaption = paper.blocks.some(({ kind }) => kind === 'caption');
  }

  ofCentred({ bold }: Extract<Block, { kind: 'centred' }>): TextRole {
    return bold && !this.hasCaption ? this.title() : 'P';
  }

  ofCaptionLine({ text }: CaptionLine): TextRole {
    return text !== '' && this.paper.title.startsWith(text) ? this.title() : 'P';
  }

  ofSheetLine(index: number): TextRole {
    return index === 0 ? this.title() : 'P';
  }

  ofHeading({ level = 1 }: Extract<Block, { kind: 'heading' }>): TextRole {
    const wanted = this.titled ? level + 1 : level;
    const given = Math.min(wanted, this.titled ? this.last + 1 : 1);
    this.titled = true;
    this.last = given;
    return `H${given as 1 | 2 | 3 | 4}`;
  }

  private title(): TextRole {
    if (this.titled) return 'P';
    this.titled = true;
    return 'H1';
  }
}
