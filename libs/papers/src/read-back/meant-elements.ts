import { HeadingLevels } from '../paper/heading-levels';
import { type Block, itemsOf, type Paper, tableHead } from '../paper/paper';

/** An element that a finished paper has to have, in its place in reading order. */
export interface MeantElement {
  readonly role: string;
  /** 1 for the elements that stand directly in the paper. */
  readonly depth: number;
  readonly text: string;
  /** Boxes of live fields in it. */
  readonly annotations?: number;
  readonly scope?: 'Column';
}

/** Every element of a paper with its text, in the order in which it is to be read. */
export function* meantElements(paper: Paper): Generator<MeantElement> {
  const levels = new HeadingLevels(paper);
  let list: string | undefined;
  for (const block of paper.blocks) {
    const kind = block.kind === 'paragraph' && block.number !== undefined ? numbering(block.number) : undefined;
    if (kind !== undefined && kind !== list) yield { role: 'L', depth: 1, text: '' };
    list = kind;
    yield* elementsOf(block, levels);
  }
}

function* elementsOf(block: Block, levels: HeadingLevels): Generator<MeantElement> {
  const paragraphs = (texts: readonly string[]): MeantElement[] => texts.map((text) => ({ role: 'P', depth: 1, text }));
  switch (block.kind) {
    case 'attorney':
      return yield* paragraphs(block.lines);
    case 'centred':
      return yield { role: levels.ofCentred(block), depth: 1, text: block.text };
    case 'caption':
      for (const line of [...block.parties, ...block.matter])
        yield { role: levels.ofCaptionLine(line), depth: 1, text: line.text };
      return;
    case 'heading':
      return yield { role: levels.ofHeading(block), depth: 1, text: block.text };
    case 'paragraph':
      return yield* block.number === undefined ? paragraphs([block.text]) : item(block.number, block.text);
    case 'list':
      if (block.items.length > 0) yield { role: 'L', depth: 1, text: '' };
      for (const { number, text } of itemsOf(block)) yield* item(number, text);
      return;
    case 'quote':
      yield { role: 'BlockQuote', depth: 1, text: '' };
      return yield { role: 'P', depth: 2, text: block.text };
    case 'sheet':
      for (const [i, text] of block.lines.entries()) yield { role: levels.ofSheetLine(i), depth: 1, text };
      return;
    case 'signing':
      return yield* paragraphs([block.dated, block.closing, ...block.lines]);
    case 'decision':
      return yield* [
        ...paragraphs([block.decides]),
        FIELD,
        ...paragraphs([block.granted]),
        FIELD,
        ...paragraphs([block.denied]),
      ];
    case 'judge':
      return yield* [FIELD, ...paragraphs([block.dateLabel]), FIELD, ...paragraphs([block.judgeLabel])];
    case 'table':
      yield { role: 'Table', depth: 1, text: '' };
      yield ROW;
      for (const text of tableHead(block.columns)) yield { role: 'TH', depth: 3, text, scope: 'Column' };
      for (const row of block.rows) {
        yield ROW;
        for (let i = 0; i < block.columns.length; i++) yield { role: 'TD', depth: 3, text: row[i] ?? '' };
      }
      return;
    case 'page-break':
      return;
  }
}

const ROW: MeantElement = { role: 'TR', depth: 2, text: '' };
const FIELD: MeantElement = { role: 'Form', depth: 1, text: '', annotations: 1 };

function* item(number: string, text: string): Generator<MeantElement> {
  yield { role: 'LI', depth: 2, text: '' };
  yield { role: 'Lbl', depth: 3, text: number };
  yield { role: 'LBody', depth: 3, text };
}

/** Paragraphs that follow one another are one list while they are numbered in one way. */
function numbering(number: string): string {
  if (/^\d/.test(number)) return 'numbers';
  if (/^\(?[a-z][.)]/.test(number)) return 'letters';
  return number === '•' ? 'bullets' : 'signs';
}
