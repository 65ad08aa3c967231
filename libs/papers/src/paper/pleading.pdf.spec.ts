import { type ReadPage, readPdf, type ReadText } from '@clearway/pdf-reading';
import { LayoutError, measure } from '@clearway/typesetting';
import { readBack } from '../read-back/read-back';
import { EVERY_BLOCK, papersFor, papersOfCounts, samplePaper } from '../testing/drawn-samples';
import { drawPaper } from './draw-paper';
import { type Block, type Paper } from './paper';

const EDGE = 792;
/** Line 1 begins one inch below the edge; its baseline stands half a step lower. */
const baseline = (line: number): number => EDGE - 72 - (line - 1) * 24 - 12;
const pagesOf = (paper: Paper): readonly ReadPage[] => readPdf(drawPaper(paper).bytes).pages;
const content = ({ texts }: ReadPage): readonly ReadText[] =>
  texts.filter(({ artifact, text }) => (artifact === undefined || artifact === 'Header') && text.trim() !== '');
const footer = ({ texts }: ReadPage): readonly ReadText[] => texts.filter(({ artifact }) => artifact === 'Footer');
const saying = (page: ReadPage | undefined, words: string): ReadText | undefined =>
  page?.texts.find(({ text }) => text.includes(words));
const wordsOf = (page: ReadPage | undefined): string =>
  page?.texts
    .filter(({ artifact }) => artifact === undefined)
    .map(({ text }) => text)
    .join(' ') ?? '';

const PAPERS: readonly (readonly [string, Paper])[] = [
  ['every kind of block', samplePaper()],
  ...papersFor(48, 'bulk').map(([name, paper]) => [`bulk ${name}`, paper] as const),
  ...papersFor(1, 'per-case').map(([name, paper]) => [`one count ${name}`, paper] as const),
  ...papersOfCounts(40).map(([name, paper]) => [`forty counts ${name}`, paper] as const),
];
const PLEADINGS = PAPERS.filter(([, { layout }]) => layout === 'pleading');

/** Scripts whose marks stand above and below the line of the letters. */
const PLACED =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Devanagari}\p{Script=Arabic}\p{M}\u200b]|^\s*$/u;

describe('pleading paper', () => {
  it.each(PLEADINGS)('has each baseline on a numbered line or half way between two: %s', (_, paper) => {
    for (const page of pagesOf(paper)) {
      for (const { y, text } of content(page)) {
        if (PLACED.test(text)) continue;
        const steps = (baseline(1) - y) / 12;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.02);
        expect(y).toBeGreaterThan(baseline(28) - 0.1);
        expect(y).toBeLessThan(baseline(1) + 0.1);
      }
    }
  });

  it.each(PLEADINGS)('has double-spaced text on the numbers themselves: %s', (_, paper) => {
    const double = new Set(
      paper.blocks.flatMap((block) => (block.kind === 'paragraph' && block.before !== 'table' ? [block.text] : [])),
    );
    const { structure, pages } = readPdf(drawPaper(paper).bytes);
    let seen = 0;
    for (const element of structure.elements) {
      if (!double.has(element.text)) continue;
      seen++;
      const first = pages[element.page]?.texts.find(({ mark }) => mark === element.mark) as ReadText;
      expect(Math.abs(((baseline(1) - first.y) / 24) % 1)).toBeLessThan(0.001);
    }
    expect(seen).toBeGreaterThan(0);
  });

  it.each(PLEADINGS)('numbers 28 lines on every page, three an inch, left of the rule: %s', (_, paper) => {
    for (const { texts } of pagesOf(paper)) {
      const numbers = texts.filter(({ artifact }) => artifact === '');
      expect(numbers.map(({ text }) => text)).toEqual(Array.from({ length: 28 }, (_each, i) => String(i + 1)));
      numbers.forEach(({ y, x, width, size }, i) => {
        expect(y).toBeCloseTo(baseline(i + 1));
        expect(x + width).toBeLessThan(62);
        expect(size).toBe(12);
      });
    }
  });

  it.each(PAPERS)('keeps an inch on the left and half an inch on the right, in 12 points: %s', (_, paper) => {
    for (const page of pagesOf(paper)) {
      for (const { text, x, width, size } of content(page)) {
        const blank = text.endsWith(' ') ? (size * 250) / 1000 : 0;
        expect(x).toBeGreaterThanOrEqual(71.99);
        expect(x + width - blank).toBeLessThanOrEqual(576.01);
        expect(size).toBe(12);
      }
    }
  });

  it.each(PAPERS)('has a foot of at least ten points below everything else on every page: %s', (_, paper) => {
    const pages = pagesOf(paper);
    pages.forEach((page, i) => {
      const [number, ...title] = footer(page);
      expect(number?.text).toBe(`Page ${i + 1} of ${pages.length}`);
      expect(title.map(({ text }) => text).join('')).toBe(paper.title);
      const lowest = Math.min(...content(page).map(({ y }) => y));
      for (const { y, size } of footer(page)) {
        expect(size).toBeGreaterThanOrEqual(10);
        expect(y).toBeLessThan(lowest - 12);
        expect(y).toBeGreaterThan(12);
      }
    });
  });

  it.each(PLEADINGS)(
    "begins with the attorney on line 1 and the court's title on line 8, and leaves the clerk's place blank: %s",
    (_, paper) => {
      const [first] = pagesOf(paper);
      expect(saying(first, 'Jane Q. Roe')?.y).toBeCloseTo(baseline(1));
      const title = saying(first, 'SUPERIOR COURT OF CALIFORNIA') as ReadText;
      expect(title.y).toBeCloseTo(baseline(8));
      expect(EDGE - title.y - 8).toBeGreaterThanOrEqual(240);
      for (const { x, width, y } of content(first as ReadPage))
        if (y > baseline(8) + 1) expect(x + width).toBeLessThanOrEqual(306);
    },
  );

  it('lets a long list of attorneys push the title of the court down, by whole lines', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `Attorney number ${i + 1} of the office`);
    const [first] = pagesOf(samplePaper({ blocks: [{ kind: 'attorney', lines }, ...EVERY_BLOCK.slice(1)] }));
    expect(saying(first, 'SUPERIOR COURT')?.y).toBeCloseTo(baseline(11));
    for (const { text, x, width } of content(first as ReadPage))
      if (text.startsWith('Attorney')) expect(x + width).toBeLessThanOrEqual(306);
    expect(() =>
      drawPaper(samplePaper({ blocks: [{ kind: 'attorney', lines: [...lines, ...lines, ...lines] }] })),
    ).toThrow(LayoutError);
  });

  it('clips no name, however long', () => {
    const text = `${'WOLFESCHLEGELSTEINHAUSEN'.repeat(6)}, ${'Ñ'.repeat(80)}`;
    const caption: Block = { kind: 'caption', parties: [{ text }], matter: [{ text: 'Case No. BA1' }] };
    const paper = samplePaper({
      blocks: [
        caption,
        { kind: 'paragraph', text },
        { kind: 'table', columns: [{ title: 'Name', width: 80 }], rows: [[text]] },
      ],
    });
    const { bytes } = drawPaper(paper);
    expect(readBack(paper, bytes)).toEqual([]);
    for (const page of readPdf(bytes).pages)
      for (const { x, width } of content(page)) expect(x + width).toBeLessThanOrEqual(576.01);
  });

  const lines = (count: number): Block => ({
    kind: 'paragraph',
    text: Array.from({ length: count }, () => 'W'.repeat(37)).join(' '),
  });
  const signing: Block = {
    kind: 'signing',
    dated: 'Dated: today',
    closing: 'Respectfully submitted,',
    lines: ['Jane Q. Roe', 'Deputy District Attorney'],
  };
  const judge: Block = EVERY_BLOCK[EVERY_BLOCK.length - 1] as Block;

  it.each([signing, judge])('takes two lines of text along where somebody signs ($kind)', (block) => {
    for (let before = 14; before <= 30; before++) {
      for (const last of [2, 3, 5]) {
        const pages = pagesOf(samplePaper({ blocks: [lines(before), lines(last), block] }));
        const page = pages[pages.length - 1];
        expect(wordsOf(page)).toMatch(block.kind === 'signing' ? /Dated/ : /JUDGE/);
        expect(wordsOf(page).split('W'.repeat(37)).length - 1).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('takes more than the last paragraph along where that is one line', () => {
    for (let before = 14; before <= 30; before++) {
      const pages = pagesOf(samplePaper({ blocks: [lines(before), lines(1), signing] }));
      expect(wordsOf(pages[pages.length - 1]).split('W'.repeat(37)).length - 1).toBeGreaterThanOrEqual(2);
    }
  });

  it('leaves no line of a paragraph alone, and no heading without its text', () => {
    for (let before = 20; before <= 29; before++) {
      const pages = pagesOf(
        samplePaper({
          blocks: [
            lines(before),
            { kind: 'heading', text: 'Heading' },
            { kind: 'paragraph', text: Array.from({ length: 5 }, () => 'V'.repeat(37)).join(' ') },
          ],
        }),
      );
      const counts = pages.map((page) => wordsOf(page).split('V'.repeat(37)).length - 1).filter((count) => count > 0);
      expect(counts).not.toContain(1);
      const withHeading = pages.findIndex((page) => wordsOf(page).includes('Heading'));
      expect(wordsOf(pages[withHeading])).toContain('V'.repeat(37));
    }
  });

  it('prints the stamp of a form nowhere, and nothing at the foot of a sheet', () => {
    const [first] = pagesOf(
      samplePaper({ blocks: [{ kind: 'attorney', lines: ['Jane Q. Roe'], stamp: 'FOR COURT USE ONLY' }] }),
    );
    expect(wordsOf(first)).toBe('Jane Q. Roe');
    const sheet = samplePaper({
      layout: 'sheet',
      blocks: [{ kind: 'sheet', lines: ['Compton Courthouse', 'Cases BA1 to BA9'] }],
    });
    const { bytes } = drawPaper(sheet);
    expect(readBack(sheet, bytes)).toEqual([]);
    expect(readPdf(bytes).pages[0]?.texts.map(({ text }) => text)).toEqual(['Compton Courthouse', 'Cases BA1 to BA9']);
  });

  it('sets stretches of a paragraph in their own style, with the words and gaps as they were', () => {
    const paper = samplePaper();
    const { bytes } = drawPaper(paper);
    expect(readBack(paper, bytes)).toEqual([]);
    const body = readPdf(bytes).structure.elements.find(({ role, text }) => role === 'LBody' && text.includes('Banks'));
    expect(body?.text).toBe((paper.blocks[6] as { text: string }).text);
  });

  it('begins a schedule below the signature where it stands whole there, else on a page of its own', () => {
    const order = (rows: number): readonly ReadPage[] => {
      const people = papersFor(rows, 'bulk');
      return pagesOf((people.find(([name]) => name === 'order.pdf') as (typeof people)[number])[1]);
    };
    const pageOf = (pages: readonly ReadPage[], words: string): number =>
      pages.findIndex((page) => wordsOf(page).includes(words));
    const [short, long] = [order(1), order(12)];
    expect(pageOf(short, 'SCHEDULE OF CONVICTIONS')).toBe(pageOf(short, 'JUDGE OF'));
    expect(pageOf(long, 'SCHEDULE OF CONVICTIONS')).toBe(pageOf(long, 'JUDGE OF') + 1);
    expect(short.length).toBe(pageOf(short, 'JUDGE OF') + 1);
  });

  it('keeps numbers apart from the words of the next column', () => {
    const [, [, order]] = papersOfCounts(3) as [unknown, readonly [string, Paper]];
    const page = pagesOf(order).find((each) => wordsOf(each).includes('Offense'));
    const [count, offense] = [saying(page, 'Count'), saying(page, 'Offense')] as [ReadText, ReadText];
    expect(offense.x - count.x).toBeGreaterThan((measure('Count', 'bold') * 12) / 1000 + 9);
  });

  it('breaks a title at the foot into lines of about the same length', () => {
    const [page] = pagesOf(samplePaper({ title: `${'LONG TITLE '.repeat(8)}CASE NO. BA1` }));
    const [, first, second] = footer(page as ReadPage).map(({ text }) => text.length);
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThan(15);
  });

  it('refuses a title that the foot cannot hold', () => {
    expect(() => drawPaper(samplePaper({ title: 'VERY LONG TITLE '.repeat(40) }))).toThrow(LayoutError);
  });
});
