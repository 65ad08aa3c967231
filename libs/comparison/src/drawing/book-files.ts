import { type Book, checkBook } from '../book/book';
import { bookJson } from '../book/print';
import { SMALLEST_SHOWN, withholdSmall } from '../book/withhold';
import { barsOf } from './bars';
import { reportPdf } from './report-pdf';
import { svgChart } from './svg-chart';

/** A file of the comparison, by its path below the output folder. */
export interface BookFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The files of a book: exact in `office/`, and in `publish/` the same without small counts, with every chart as SVG. Throws a
 * BookError when a sum does not hold.
 */
export function bookFiles(book: Book): readonly BookFile[] {
  checkBook(book);
  const published = withholdSmall(book);
  const note = `${book.subtitle}. * fewer than ${SMALLEST_SHOWN}, or withheld.`;
  const charts = published.sections.flatMap(({ table, chart }): BookFile[] =>
    table && chart
      ? [{ path: `publish/charts/${chart.id}.svg`, content: svgChart(barsOf(published, table, chart), note) }]
      : [],
  );
  return [
    { path: 'office/comparison.json', content: bookJson(book) },
    { path: 'office/Comparison_Report.pdf', content: reportPdf(book, 'office') },
    { path: 'publish/comparison.json', content: bookJson(published) },
    { path: 'publish/Comparison_Report.pdf', content: reportPdf(published, 'public') },
    ...charts,
  ];
}
