import { planFilings } from '../filing/filing-planner';
import { type Packet } from '../filing/filing-plan';
import { drawPaper } from '../paper/draw-paper';
import { exhibitPaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { orderPaper } from '../paper/order';
import { type Block, type Paper } from '../paper/paper';
import { SAMPLE_OPTIONS, samplePeople } from '../testing/sample-filing';
import { canonicalText } from './canonical-text';
import { readBack } from './read-back';

const [packet] = planFilings(samplePeople(48)).packets as [Packet];
const order = orderPaper(packet, SAMPLE_OPTIONS);
const kinds = (paper: Paper, drawn: Paper): string[] => readBack(paper, drawPaper(drawn).bytes).map(({ kind }) => kind);
const withBlocks = (paper: Paper, change: (block: Block) => Block): Paper => ({
  ...paper,
  blocks: paper.blocks.map(change),
});
const withRow = (paper: Paper, row: number, change: (cells: readonly string[]) => readonly string[]): Paper =>
  withBlocks(paper, (block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((cells, i) => (i === row ? change(cells) : cells)) }
      : block,
  );

describe('readBack', () => {
  it.each([
    ['motion', motionPaper(packet, SAMPLE_OPTIONS)],
    ['order', order],
    ['exhibit', exhibitPaper(packet, SAMPLE_OPTIONS)],
  ])('finds no difference in a %s with names in many scripts', (_, paper) =>
    expect(readBack(paper, drawPaper(paper).bytes)).toEqual([]),
  );

  it.each<[string, (paper: Paper) => Paper]>([
    [
      'another case number',
      (paper) => withRow(paper, 41, (cells) => cells.map((cell, i) => (i === 1 ? 'BA999999' : cell))),
    ],
    ['a cell that is left out', (paper) => withRow(paper, 3, (cells) => cells.map((cell, i) => (i === 2 ? '' : cell)))],
    [
      'a name in another script that lost a letter',
      (paper) => withRow(paper, 1, (cells) => cells.map((cell, i) => (i === 2 ? cell.slice(1) : cell))),
    ],
    [
      'two rows that changed places',
      (paper) =>
        withBlocks(paper, (block) =>
          block.kind === 'table'
            ? {
                ...block,
                rows: [...block.rows.slice(0, 4), block.rows[5] ?? [], block.rows[4] ?? [], ...block.rows.slice(6)],
              }
            : block,
        ),
    ],
    [
      'a last row that is missing',
      (paper) =>
        withBlocks(paper, (block) => (block.kind === 'table' ? { ...block, rows: block.rows.slice(0, -1) } : block)),
    ],
    [
      'a sentence more',
      (paper) => ({ ...paper, blocks: [...paper.blocks, { kind: 'paragraph', text: 'And costs.' }] }),
    ],
  ])('sees %s', (_, change) => expect(kinds(order, change(order))).toContain('text-differs'));

  it('sees a title, a foot and a language that differ', () => {
    expect(kinds(order, { ...order, title: 'ORDER' })).toEqual(['title-differs', 'structure-differs']);
    const [bulkTitle, ofOneCase] = [order, { ...order, title: `${order.title}, CASE NO. 1` }];
    expect(kinds(bulkTitle, ofOneCase)).toEqual(['title-differs', 'page-foot-differs']);
  });

  it('sees a field that is missing, more than wanted or named otherwise', () => {
    const without = withBlocks(order, (block) =>
      block.kind === 'decision'
        ? { kind: 'paragraph', text: [block.decides, block.granted, block.denied].join(' ') }
        : block,
    );
    expect(kinds(order, without)).toContain('fields-differ');
    expect(kinds(without, order)).toContain('fields-differ');
    expect(kinds(order, { ...order, fieldPrefix: 'other' })).toEqual(['fields-differ']);
  });

  it('names a file that cannot be read, and a damaged one', () => {
    const { bytes } = drawPaper(order);
    expect(readBack(order, bytes.subarray(0, bytes.length - 40))).toEqual([{ kind: 'unreadable', page: 0, paper: -1 }]);
    expect(readBack(order, Buffer.from('nothing'))).toEqual([{ kind: 'unreadable', page: 0, paper: -1 }]);
  });
});

describe('canonicalText', () => {
  it('keeps every character in its place outside of shaped scripts', () => {
    expect(canonicalText('BA 12  DOE, JOHN')).toBe('BA12DOE,JOHN');
    expect(canonicalText('José')).toBe(canonicalText('Jose\u0301'));
    expect(canonicalText('AB')).not.toBe(canonicalText('BA'));
  });

  it('takes visual and reading order of right-to-left names for the same, and another letter for another name', () => {
    expect(canonicalText('X ןהכ Y')).toBe(canonicalText('X כהן Y'));
    expect(canonicalText('X ןהד Y')).not.toBe(canonicalText('X כהן Y'));
  });
});
