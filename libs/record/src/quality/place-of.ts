import { type SourceRow } from '../history';
import { type Defect } from './defect';

/** Where a row stands, as far as a defect says it. */
export function placeOf(row: SourceRow | undefined): Defect['at'] {
  if (!row) return undefined;
  const { file, row: number, line, page } = row;
  return page === undefined ? { file, row: number, line } : { file, row: number, line, page };
}
