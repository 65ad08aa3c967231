import { drawPaper, drawVolume } from '../paper/draw-paper';
import { type Paper } from '../paper/paper';
import { papersFor, samplePaper } from '../testing/drawn-samples';
import { readBack, readBackVolume } from './read-back';

const VOLUME = { title: 'VOLUME 1 OF 2', language: 'en-US', date: 20261123 } as const;
const sheet: Paper = samplePaper({
  layout: 'sheet',
  title: 'Case BA1',
  blocks: [{ kind: 'sheet', lines: ['Case BA1'] }],
});
const papers: readonly Paper[] = [
  sheet,
  ...papersFor(20, 'bulk').map(([, paper]) => paper),
  sheet,
  ...papersFor(1, 'per-case').map(([, paper]) => ({ ...paper, fieldPrefix: 'q' })),
];
const kinds = (meant: readonly Paper[], drawn: readonly Paper[]): readonly string[] =>
  readBackVolume(meant, VOLUME, drawVolume(drawn, VOLUME).bytes).map(({ kind }) => kind);

describe('several papers in one file', () => {
  it('differ in nothing from what was meant, each with its own page numbers and foot', () => {
    const { bytes, papers: places } = drawVolume(papers, VOLUME);
    expect(readBackVolume(papers, VOLUME, bytes)).toEqual([]);
    expect(places.map(({ pages }) => pages)).toEqual(papers.map((paper) => drawPaper(paper).pages));
    expect(places.map(({ firstPage }) => firstPage)).toEqual(
      places.map((_, i) => 1 + places.slice(0, i).reduce((sum, { pages }) => sum + pages, 0)),
    );
  });

  it('are the same bytes for the same papers, and less than they are alone', () => {
    const { bytes } = drawVolume(papers, VOLUME);
    expect(Buffer.compare(bytes, drawVolume(papers, VOLUME).bytes)).toBe(0);
    expect(bytes.length).toBeLessThan(papers.reduce((sum, paper) => sum + drawPaper(paper).bytes.length, 0) / 1.5);
  });

  it('can be a single one', () => expect(kinds(papers.slice(1, 2), papers.slice(1, 2))).toEqual([]));

  it('show a paper that is missing, one too many, two that changed places and one under another title', () => {
    expect(kinds(papers, papers.slice(0, -1))).not.toEqual([]);
    expect(kinds(papers.slice(0, -1), papers)).not.toEqual([]);
    expect(kinds(papers, [papers[1] as Paper, papers[0] as Paper, ...papers.slice(2)])).not.toEqual([]);
    expect(
      kinds(
        papers,
        papers.map((paper, i) => (i === 1 ? { ...paper, title: `${paper.title} NO. 2` } : paper)),
      ),
    ).toContain('structure-differs');
  });

  it('refuse two papers whose fields have one name', () => {
    const order = papers[2] as Paper;
    expect(() => drawVolume([order, order], VOLUME)).toThrow('same name');
  });

  it('are no single paper', () =>
    expect(readBack(papers[1] as Paper, drawVolume(papers.slice(1, 2), VOLUME).bytes)).not.toEqual([]));
});
