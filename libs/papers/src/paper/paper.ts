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
 * `pleading`: numbered lines as California Rules of Court, rules 2.100 to 2.119, ask for. `exhibit`: plain pages with page
 * numbers. `sheet`: a sheet between papers, with nothing at its foot.
 */
export type PaperLayout = 'pleading' | 'exhibit' | 'sheet';

/** A stretch of text in one style. */
export interface TextRun {
  readonly text: string;
  readonly style: 'regular' | 'bold' | 'italic';
}

/** Words of a block. With `runs` the same words in stretches of several styles: together they are `text`. */
export interface Words {
  readonly text: string;
  readonly runs?: readonly TextRun[];
}

export interface ListItem extends Words {
  /** A bullet when absent. */
  readonly number?: string;
}

export type Block =
  /** `stamp` is not printed: rule 2.111 leaves the place right of the attorney blank for the clerk. */
  | { readonly kind: 'attorney'; readonly lines: readonly string[]; readonly stamp?: string }
  | { readonly kind: 'centred'; readonly text: string; readonly bold: boolean; readonly spaceAfter?: number }
  | { readonly kind: 'caption'; readonly parties: readonly CaptionLine[]; readonly matter: readonly CaptionLine[] }
  | ({ readonly kind: 'heading'; readonly level?: 1 | 2 | 3; readonly withTable?: boolean } & Words)
  | ({
      readonly kind: 'paragraph';
      readonly number?: string;
      readonly tight?: boolean;
      /** Stays on the page of what follows. */ readonly before?: 'table' | 'judge';
    } & Words)
  | { readonly kind: 'list'; readonly items: readonly (string | ListItem)[] }
  | ({ readonly kind: 'quote' } & Words)
  | { readonly kind: 'sheet'; readonly lines: readonly string[] }
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

/** The text of a block, piece by piece, in the order in which it is drawn. */
export function textOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'attorney':
    case 'sheet':
      return block.lines;
    case 'quote':
    case 'centred':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.number === undefined ? [block.text] : [block.number, block.text];
    case 'list':
      return itemsOf(block).flatMap(({ number, text }) => [number, text]);
    case 'caption':
      return [...block.parties, ...block.matter].map((line) => line.text);
    case 'signing':
      return [block.dated, block.closing, ...block.lines];
    case 'decision':
      return [block.decides, block.granted, block.denied];
    case 'judge':
      return [block.dateLabel, block.judgeLabel];
    case 'table':
      return [...tableHead(block.columns), ...block.rows.flat()];
    case 'page-break':
      return [];
  }
}

const BULLET = '•';

/** The items of a list, each with its marker. */
export function itemsOf({ items }: Extract<Block, { kind: 'list' }>): readonly (Words & { readonly number: string })[] {
  return items.map((item) =>
    typeof item === 'string' ? { text: item, number: BULLET } : { ...item, number: item.number ?? BULLET },
  );
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
