import { ContentStore } from '@clearway/content-store';
import { type WorkbookProblem } from '@clearway/contracts';
import { IncomingMessage } from 'node:http';
import { ApiProblem } from '../problems/api-problem';
import { receiveFile } from '../uploads/received-file';

/** Takes a workbook as a raw stream; it belongs to the run (`OFFICE/RUN`) and goes with it. */
export function receiveWorkbook(store: ContentStore, request: IncomingMessage, owner: string): Promise<string> {
  return receiveFile(store, request, { owner, kind: 'workbook', tooLarge: 'review.too-large' });
}

/** Every problem by sheet and cell with its cure, never a value; nothing was taken. */
export function workbookProblem(
  code: 'review.unusable' | 'certify.unusable' | 'fix.unusable',
  problems: readonly WorkbookProblem[],
  inAll: number,
): ApiProblem {
  const more = inAll > problems.length ? ` The first ${problems.length} are named.` : '';
  const errors = problems.map(({ sheet, cell, cure }) => ({ path: `${sheet}!${cell}`, message: cure }));
  return new ApiProblem(
    422,
    code,
    `The workbook cannot be used as it is (${inAll} problem(s)), and nothing was taken from it.${more} Correct the cells and send it again.`,
    errors,
  );
}
