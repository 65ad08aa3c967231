import { LETTER, PdfDocument } from '../pdf/pdf-document';
import { type Page } from '../pdf/page';
import { Flow } from './flow';
import { drawTable } from './table';

const MARGINS = { top: 72, right: 36, bottom: 72, left: 72 };
const newFlow = (): Flow =>
  new Flow(new PdfDocument({ title: 'Layout', language: 'en-US', date: 20261123 }), MARGINS, LETTER);
const wordsOf = (page: Page): string[] =>
  [...page.content().matchAll(/\((.*?)\)Tj/g)].map((match) => match[1] as string);
const columns = [
  { title: 'Line', width: 60 },
  { title: 'Name', width: 200 },
];

describe('a table over pages', () => {
  it('repeats its head, keeps the order of rows and parts none', () => {
    const flow = newFlow();
    drawTable(
      flow,
      columns,
      Array.from({ length: 100 }, (_, i) => [String(i + 1), `N${i + 1}`]),
    );
    const pages = flow.document.pages.map(wordsOf);
    expect(pages.length).toBeGreaterThan(2);
    for (const words of pages) expect(words.slice(0, 2)).toEqual(['Line', 'Name']);
    const rows = pages.flatMap((words) => words.slice(2));
    expect(rows).toEqual(Array.from({ length: 100 }, (_, i) => [String(i + 1), `N${i + 1}`]).flat());
    expect(pages.every((words) => words.length % 2 === 0)).toBe(true);
  });

  it('parts a row only when it is taller than a page', () => {
    const flow = newFlow();
    drawTable(flow, columns, [['1', Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ')]]);
    expect(flow.document.pages.length).toBeGreaterThan(1);
    const words = flow.document.pages.flatMap((page) => wordsOf(page).slice(2)).join(' ');
    expect(words).toContain('word0');
    expect(words).toContain('word399');
  });

  it('tells the caller about every row', () => {
    const seen: number[] = [];
    drawTable(
      newFlow(),
      columns,
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
      { onRow: (row) => seen.push(row) },
    );
    expect(seen).toEqual([0, 1]);
  });
});

describe('a paragraph over pages', () => {
  it.each([1, 2, 3, 4, 5])('leaves no single line behind with %i lines of room', (room) => {
    const flow = newFlow();
    flow.y = MARGINS.bottom + room * 18;
    flow.paragraph(Array.from({ length: 5 }, () => 'W'.repeat(30)).join(' '));
    const lines = flow.document.pages.map((page) => wordsOf(page).length);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(lines.filter((count) => count === 1)).toEqual([]);
  });

  it('takes its marker along', () => {
    const flow = newFlow();
    flow.y = MARGINS.bottom + 18;
    flow.paragraph('W'.repeat(30) + ' ' + 'W'.repeat(30), { marker: '7.', left: 24 });
    expect(wordsOf(flow.document.pages[0] as Page)).toEqual([]);
    expect(wordsOf(flow.document.pages[1] as Page)[0]).toBe('7.');
  });

  it('refuses a block that is taller than a page', () =>
    expect(() => newFlow().ensure(2000)).toThrow('taller than a page'));
});
