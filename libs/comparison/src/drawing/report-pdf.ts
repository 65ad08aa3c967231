import { PANEL, put, QUIET, RULE } from '@clearway/reports';
import { type Column, drawTable, Flow, LETTER, PdfDocument } from '@clearway/typesetting';
import { type Book, type BookSection, countId, type CountId, countsOf, type CountTable } from '../book/book';
import { cellText, sentenceText } from '../book/print';
import { SMALLEST_SHOWN } from '../book/withhold';
import { barsOf } from './bars';
import { drawPdfChart, pdfChartHeight } from './pdf-chart';

const MARGINS = { top: 54, right: 58, bottom: 62, left: 58 };
const TEXT = { size: 10.5, leading: 14.5, spaceAfter: 6 };
const TABLE = { size: 9, leading: 11.5, gap: 8 };
const NARROW = { size: 7.5, leading: 9.5, gap: 4 };
const MANY_COLUMNS = 6;

/** Whom a report is for: small counts stand only in the office's own. */
export type Reader = 'office' | 'public';

/** `Comparison_Report.pdf`: the book in words, charts and tables. The same book gives the same bytes. */
export function reportPdf(book: Book, reader: Reader): Uint8Array {
  const document = new PdfDocument({
    title: book.title,
    language: 'en-US',
    date: book.asOf,
    author: 'Clearway',
    subject: book.subtitle,
  });
  const flow = new Flow(document, MARGINS, LETTER);
  flow.paragraph(book.title, { style: 'bold', size: 22, leading: 28, role: 'H1' });
  flow.paragraph(book.subtitle, { size: 13, leading: 18, spaceAfter: 8 });
  drawFacts(flow, book);
  const counts = countsOf(book);
  for (const section of book.sections) drawSection(flow, book, counts, section);
  drawFooters(document, reader);
  return document.toBytes();
}

function drawFacts(flow: Flow, { facts }: Book): void {
  const height = facts.length * 14 + 10;
  flow.page.rectangle(flow.left, flow.y - height, flow.width, height, { fill: PANEL });
  facts.forEach(([name, value], i) => {
    const y = flow.y - 16 - i * 14;
    put(flow.page, flow.left + 12, y, name, { size: 10, colour: QUIET });
    put(flow.page, flow.left + 132, y, value, { size: 10 });
  });
  flow.y -= height + 10;
}

function drawSection(flow: Flow, book: Book, counts: ReadonlyMap<CountId, number>, section: BookSection): void {
  const { heading, sentences, table, chart } = section;
  const plan = table && chart ? barsOf(book, table, chart) : undefined;
  const keep =
    (plan ? Math.min(pdfChartHeight(plan), 260) : Math.min(50 + (table?.rows.length ?? 1) * 16, 240)) +
    sentences.length * 30;
  flow.space(8);
  flow.paragraph(heading, { style: 'bold', size: 13.5, leading: 19, spaceAfter: 3, keepWithNext: keep, role: 'H2' });
  for (const sentence of sentences) flow.paragraph(sentenceText(book, counts, sentence), TEXT);
  if (plan && plan.rows.length > 0) drawPdfChart(flow, plan);
  if (table) drawCounts(flow, book, table);
}

function drawCounts(flow: Flow, book: Book, table: CountTable): void {
  const style = table.columns.length > MANY_COLUMNS ? NARROW : TABLE;
  const first = table.columns.length > MANY_COLUMNS ? 2 : table.columns.length > 2 ? 3 : 6;
  const unit = flow.width / (first + table.columns.length);
  const columns: Column[] = [
    { title: table.head, width: unit * first },
    ...table.columns.map(({ title }): Column => ({ title, width: unit, align: 'right' })),
  ];
  const rows = table.rows.map(({ id, title, counts }) => [
    title,
    ...table.columns.map((column, i) => cellText(book, countId(table.id, id, column.id), counts[i] ?? 0)),
  ]);
  drawTable(flow, columns, rows, style);
  flow.space(10);
}

function drawFooters(document: PdfDocument, reader: Reader): void {
  const words =
    reader === 'office'
      ? "For the office's own use: small numbers can point at a person, so do not publish this report."
      : `* fewer than ${SMALLEST_SHOWN}, or withheld so that such a number cannot be found from the others.`;
  document.pages.forEach((page, i) => {
    const y = MARGINS.bottom - 26;
    const width = page.width - MARGINS.left - MARGINS.right;
    page.line(MARGINS.left, y + 13, MARGINS.left + width, y + 13, 0.5, RULE);
    document.structure.artifact('Footer', () => {
      put(page, MARGINS.left, y, words, { size: 8.5, colour: QUIET });
      put(page, MARGINS.left, y, `Page ${i + 1} of ${document.pages.length}`, {
        size: 8.5,
        colour: QUIET,
        within: { width, align: 'right' },
      });
    });
  });
}
