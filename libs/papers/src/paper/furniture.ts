import { type Paper } from './paper';

/** What stands at the foot of a page, in drawing order: the page number, then below a line the paper's title. */
export function footOf(paper: Paper, page: number, pages: number): readonly [string, string] {
  return [`Page ${page} of ${pages}`, paper.title];
}
