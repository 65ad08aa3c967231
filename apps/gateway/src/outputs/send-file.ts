import { ContentStore } from '@clearway/content-store';
import { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** Sends a file of the content store whole, to be saved under `name`; its hash is its ETag. */
export async function sendFile(
  store: ContentStore,
  file: { readonly sha256: string; readonly bytes: number },
  name: string,
  response: ServerResponse,
): Promise<void> {
  const stream = await store.openRange(file.sha256);
  response.statusCode = 200;
  response.setHeader('Content-Type', mediaTypeOf(name));
  response.setHeader('Content-Length', file.bytes);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('ETag', `"${file.sha256}"`);
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    // The caller went away: nobody is left to be told.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
