import { type Paper } from './paper';

/** What stands at the foot of a page, in drawing order: the page number, then below a line the paper's title. Sheets have none. */
export function footOf(paper: Paper, page: number, pages: number): readonly string[] {
  if (paper.layout === 'sheet') return [];
  return [`Page ${page} of ${pages}`, paper.title];
}
