import { ContentStore } from '@clearway/content-store';
import { type WorkbookProblem } from '@clearway/contracts';
import { IncomingMessage } from 'node:http';
import { ApiProblem } from '../problems/api-problem';

/** A larger one is no workbook that Clearway wrote; it would be read whole. */
const MOST_BYTES = 64 << 20;

/** Takes a workbook as a raw stream; it belongs to the run (`OFFICE/RUN`) and goes with it. */
export async function receiveWorkbook(store: ContentStore, request: IncomingMessage, owner: string): Promise<string> {
  const gone = new AbortController();
  request.once('aborted', () => gone.abort());
  const { sha256 } = await store.put(limited(request), { pin: owner, signal: gone.signal }).catch((error: unknown) => {
    if (gone.signal.aborted)
      throw new ApiProblem(
        400,
        'upload.interrupted',
        'The upload ended before its last byte; nothing was taken. Send the whole file again.',
      );
    throw error;
  });
  return sha256;
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > MOST_BYTES)
      throw new ApiProblem(
        413,
        'review.too-large',
        `A workbook has at most ${MOST_BYTES >> 20} MB; nothing was taken. Send a workbook that was exported from this run.`,
      );
    yield chunk;
  }
  if (size === 0)
    throw new ApiProblem(422, 'upload.empty', 'The file is empty; send the workbook as the body of the request.');
}

/** Every problem by sheet and cell with its cure, never a value; nothing was taken. */
export function workbookProblem(
  code: 'review.unusable' | 'certify.unusable',
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
