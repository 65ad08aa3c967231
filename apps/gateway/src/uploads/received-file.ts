import { ContentStore } from '@clearway/content-store';
import { IncomingMessage } from 'node:http';
import { ApiProblem } from '../problems/api-problem';

/** A larger one is no file that people fill in; it would be read whole. */
const MOST_BYTES = 64 << 20;

export interface ReceivedFile {
  /** `OFFICE/RUN`: it belongs to the run and goes with it; left out: nobody's, it goes with the next sweep at the latest. */
  readonly owner?: string;
  /** What kind of file it is, and which code refuses a larger one. */
  readonly kind: string;
  readonly tooLarge: string;
}

/** Takes a file as a raw stream; gives its hash. */
export async function receiveFile(
  store: ContentStore,
  request: IncomingMessage,
  { owner, kind, tooLarge }: ReceivedFile,
): Promise<string> {
  const gone = new AbortController();
  request.once('aborted', () => gone.abort());
  const options = { signal: gone.signal, ...(owner === undefined ? {} : { pin: owner }) };
  const { sha256 } = await store.put(limited(request, kind, tooLarge), options).catch((error: unknown) => {
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

async function* limited(source: AsyncIterable<Uint8Array>, kind: string, tooLarge: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > MOST_BYTES)
      throw new ApiProblem(413, tooLarge, `A ${kind} has at most ${MOST_BYTES >> 20} MB; nothing was taken.`);
    yield chunk;
  }
  if (size === 0)
    throw new ApiProblem(422, 'upload.empty', `The file is empty; send the ${kind} as the body of the request.`);
}
