import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the API, made from the controllers and the schemas that check their input. */
export function describeApi(application: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Clearway')
    .setDescription(
      'Clears cannabis convictions in bulk: upload the state file, create a run, follow it, read its determinations, download its outputs. Listens on loopback only; the caller is the user of the machine.',
    )
    .setVersion('1')
    .addTag('uploads', 'Files in')
    .addTag('runs', 'One population decided under one policy on one date')
    .addTag('determinations', 'What was decided, and why')
    .addTag('review', 'What attorneys decide: workbooks, decisions, samples')
    .addTag('outputs', 'Files out')
    .addTag('operator', 'Dead letters and audit')
    .build();
  const document = SwaggerModule.createDocument(application, about, {
    operationIdFactory: (_controller, method) => method,
  });
  // Health and readiness are for the machine's supervisor.
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'))),
  };
}

/** Serves the description as JSON; the pages that could show it are not part of the product. */
export function serveDescription(application: INestApplication): void {
  let body: string | undefined;
  application
    .getHttpAdapter()
    .get(
      '/api/openapi.json',
      (_request: unknown, response: { setHeader(name: string, value: string): void; end(body: string): void }) => {
        body ??= JSON.stringify(describeApi(application));
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        response.end(body);
      },
    );
}
