import { type INestApplication } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { IncomingMessage } from 'node:http';
import { serveDescription } from './openapi/description';

const LARGEST_JSON = '1mb';

/** What the gateway adds to a service: JSON bodies, except for uploads, and the description of the API. */
export function prepareApplication(application: INestApplication): void {
  const express = application as NestExpressApplication;
  // Uploads are raw streams, whatever content type their sender gives them: no parser may read them first.
  express.useBodyParser('json', { limit: LARGEST_JSON, type: (request: IncomingMessage) => !isUpload(request) });
  express.useBodyParser('urlencoded', { extended: false, type: () => false });
  express.disable('x-powered-by');
  express.disable('etag');
  serveDescription(application);
}

function isUpload(request: IncomingMessage): boolean {
  // Below `review` stand doors that take JSON; the workbook comes to `review` itself, a worklist to `worklists`, files of events to `import`.
  return /^\/api\/offices\/[^/]+\/(?:uploads(?:\/|\?|$)|(?:runs\/[^/]+\/(?:review|certify|worklists|corrections\/import|decisions\/import)|filings\/(?:receipts|match-answers))\/?(?:\?|$))/.test(request.url ?? '');
}
