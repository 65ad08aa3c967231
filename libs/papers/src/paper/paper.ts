/**
 * A paper before it has pages: blocks of words in reading order. Drawing and read-back both start from it, so that what is
 * compared with the finished file is what was meant and not what was drawn.
 */
export interface Paper {
  readonly title: string;
  readonly language: 'en-US';
  /** `yyyymmdd`. */
  readonly date: number;
  readonly layout: PaperLayout;
  readonly blocks: readonly Block[];
  /** Prefix of the names of live fields: distinct per packet, so that joined files keep them apart. */
  readonly fieldPrefix: string;
}

/**
 * `pleading`: line-numbered pleading paper (rules 2.100 to 2.119). `exhibit`: no line numbers, and no footer is required
 * (rule 2.110). `sheet`: a page for hands, such as a separator; neither numbers nor a footer.
 */
export type PaperLayout = 'pleading' | 'exhibit' | 'sheet';

/** How a stretch of text is set: case names are italic. */
export type RunStyle = 'regular' | 'italic' | 'bold';

export interface TextRun {
  readonly text: string;
  readonly style: RunStyle;
}

/** A text, and where not all of it is set in one style the runs that it is made of: joined they are `text`. */
export interface RichText {
  readonly text: string;
  readonly runs?: readonly TextRun[];
}

export type Block =
  | { readonly kind: 'attorney'; readonly lines: readonly string[]; readonly stamp: string }
  | { readonly kind: 'centred'; readonly text: string; readonly bold: boolean; readonly spaceAfter?: number }
  | { readonly kind: 'caption'; readonly parties: readonly CaptionLine[]; readonly matter: readonly CaptionLine[] }
  /** Level 1 is centred, 2 and 3 stand at the left. */
  | ({ readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly withTable?: boolean } & RichText)
  | ({
      readonly kind: 'paragraph';
      readonly number?: string;
      readonly tight?: boolean;
      /** Stays on the page of what follows. */
      readonly before?: 'table' | 'judge';
    } & RichText)
  | { readonly kind: 'list'; readonly items: readonly RichText[] }
  | ({ readonly kind: 'quote' } & RichText)
  | { readonly kind: 'signing'; readonly dated: string; readonly closing: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'decision';
      readonly decides: string;
      readonly granted: string;
      readonly denied: string;
      readonly tooltip: string;
    }
  | {
      readonly kind: 'judge';
      readonly dateLabel: string;
      readonly judgeLabel: string;
      readonly dateTooltip: string;
      readonly judgeTooltip: string;
    }
  /** Big centred lines on a page of their own. */
  | { readonly kind: 'sheet'; readonly lines: readonly string[] }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] };

export interface CaptionLine {
  readonly text: string;
  readonly bold?: boolean;
  /** Points from the left. */
  readonly indent?: number;
}

export interface TableColumn {
  readonly title: string;
  /** In points. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** What a live field of the court is for. */
export interface CourtField {
  readonly name: string;
  readonly kind: 'choice' | 'text' | 'signature';
  readonly states: readonly string[];
}

/** Stands before each item of a list. */
export const BULLET = '•';

/** The text of a block, piece by piece, in the order in which it is drawn. */
export function textOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'attorney':
      return [...block.lines, block.stamp];
    case 'centred':
    case 'heading':
    case 'quote':
      return [block.text];
    case 'paragraph':
      return block.number === undefined ? [block.text] : [block.number, block.text];
    case 'list':
      return block.items.flatMap(({ text }) => [BULLET, text]);
    case 'caption':
      return [...block.parties, ...block.matter].map((line) => line.text);
    case 'signing':
      return [block.dated, block.closing, ...block.lines];
    case 'decision':
      return [block.decides, block.granted, block.denied];
    case 'judge':
      return [block.dateLabel, block.judgeLabel];
    case 'sheet':
      return block.lines;
    case 'table':
      return [...tableHead(block.columns), ...block.rows.flat()];
    case 'page-break':
      return [];
  }
}

export function tableHead(columns: readonly TableColumn[]): readonly string[] {
  return columns.map((column) => column.title);
}

/** The live fields that a paper must have: the court's decision, date and signature where it is an order, else none. */
export function courtFieldsOf(paper: Paper): readonly CourtField[] {
  return paper.blocks.flatMap((block): CourtField[] => {
    if (block.kind === 'decision')
      return [{ name: `${paper.fieldPrefix}_decision`, kind: 'choice', states: ['granted', 'denied'] }];
    if (block.kind !== 'judge') return [];
    return [
      { name: `${paper.fieldPrefix}_date`, kind: 'text', states: [] },
      { name: `${paper.fieldPrefix}_signature`, kind: 'signature', states: [] },
    ];
  });
}
