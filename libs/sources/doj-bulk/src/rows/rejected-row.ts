import { cellText } from '../bytes/cell-reader';
import { type ScanProblem } from '../bytes/record-scan';
import { columnIndex } from '../columns';

const SUBJECT_ID = columnIndex('SUBJECT_ID');
const CII = columnIndex('CII_NUMBER');

/** Why a row was rejected. */
export type RejectReason = ScanProblem | 'blank-subject-id' | 'unusable-count-order';

/**
 * Whose rejected row it was, as far as the fields before the problem say; they stand before whatever shifts the later ones. Empty what
 * cannot be told.
 *
 * @param column of the problem, from 0
 */
export function subjectOfRejected(
  bytes: Buffer,
  edges: Int32Array,
  reason: RejectReason,
  column: number,
): { readonly subjectId: string; readonly cii: string } {
  const reached = reason === 'field-count' ? column + 1 : column;
  const text = (of: number): string => (reached > of ? cellText(bytes, edges[of]! + 1, edges[of + 1]!) : '');
  const subjectId = text(SUBJECT_ID);
  const cii = text(CII).toUpperCase();
  return {
    subjectId: /^[A-Za-z0-9-]{1,20}$/.test(subjectId) && /\d/.test(subjectId) ? subjectId : '',
    cii: /^[A-Z]{0,2}\d{5,12}$/.test(cii) ? cii : '',
  };
}
