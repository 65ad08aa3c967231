import { Flow, LETTER, PdfDocument } from '@clearway/typesetting';
import { type SummaryInput } from '../summary/summary-json';
import { put, QUIET, RULE } from './chart';
import { filesRead } from './files-read';
import { joinedSources } from './joined-sources';
import { nextSteps } from './closing';
import { explanationOfFiles } from './what-files-hold';
import { dataQuality } from './data-quality';
import {
  background,
  byDecade,
  bySection,
  facts,
  impact,
  keyFigures,
  outcomes,
  papersAndLetters,
  questions,
  reasons,
  replayNotice,
} from './sections';
import { countyTitle } from './words';

const MARGINS = { top: 54, right: 64, bottom: 62, left: 64 };

/**
 * `Summary_Report.pdf`: what was decided in words, tables and charts, for the office. Every number of a chart stands in
 * a table as text too. The same input gives the same bytes.
 */
export function summaryReport(input: SummaryInput): Uint8Array {
  const county = countyTitle(input.run.county);
  const document = new PdfDocument({
    title: `Summary Report: cannabis convictions, ${county} County`,
    language: 'en-US',
    date: input.run.asOf,
    author: 'Clearway',
    subject: 'Counts of determinations, for the prosecuting office',
  });
  const flow = new Flow(document, MARGINS, LETTER);
  flow.paragraph('Summary Report', { style: 'bold', size: 24, leading: 30, role: 'H1' });
  flow.paragraph(`Cannabis convictions of ${county} County`, { size: 14, leading: 20, spaceAfter: 8 });
  facts(flow, input);
  if (input.run.policy.kind === 'replay') replayNotice(flow);
  keyFigures(flow, input);
  background(flow, input);
  joinedSources(flow, input);
  outcomes(flow, input);
  impact(flow, input);
  bySection(flow, input);
  byDecade(flow, input);
  questions(flow, input);
  dataQuality(flow, input);
  reasons(flow, input);
  papersAndLetters(flow, input);
  filesRead(flow, input);
  explanationOfFiles(flow, input);
  nextSteps(flow, input);
  footers(document, county);
  return document.toBytes();
}

function footers(document: PdfDocument, county: string): void {
  document.pages.forEach((page, i) => {
    const y = MARGINS.bottom - 26;
    const width = page.width - MARGINS.left - MARGINS.right;
    page.line(MARGINS.left, y + 13, MARGINS.left + width, y + 13, 0.5, RULE);
    document.structure.artifact('Footer', () =>
      put(
        page,
        MARGINS.left,
        y,
        `${county} County. For the office's own use: small numbers can point at a person, so do not publish them.`,
        { size: 8.5, colour: QUIET },
      ),
    );
    document.structure.artifact('Footer', () =>
      put(page, MARGINS.left, y, `Page ${i + 1} of ${document.pages.length}`, {
        size: 8.5,
        colour: QUIET,
        within: { width, align: 'right' },
      }),
    );
  });
}
