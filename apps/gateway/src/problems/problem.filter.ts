import { wrapDatabaseError } from '@clearway/persistence';
import { CodedError, failureCodeOf, Log } from '@clearway/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { IncomingMessage, ServerResponse } from 'node:http';
import { ApiProblem } from './api-problem';

/** Turns every error into `application/problem+json`; what is not ours says only that it failed, the log has the code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(anything: unknown, host: ArgumentsHost): void {
    const thrown = codedByDatabase(anything);
    const http = host.switchToHttp();
    const request = http.getRequest<IncomingMessage>();
    const response = http.getResponse<ServerResponse>();
    const problem = problemOf(thrown);
    if (problem.status >= 500)
      this.log.failure('a request failed', thrown, { status: problem.status, method: request.method ?? '' });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const body = Buffer.from(JSON.stringify(problem.toBody()), 'utf8');
    response.statusCode = problem.status;
    response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    if (problem.retryAfter !== undefined) response.setHeader('Retry-After', String(problem.retryAfter));
    // An upload that was refused before its end: the rest of the body is not read.
    if (!request.complete) response.setHeader('Connection', 'close');
    response.end(body);
  }
}

/** A repository throws what the driver threw while it connected: a database that is away is no defect. */
function codedByDatabase(thrown: unknown): unknown {
  return thrown instanceof ApiProblem || thrown instanceof HttpException ? thrown : wrapDatabaseError(thrown);
}

/** The problem that stands for anything thrown, the database's own errors by their kind. */
export function problemOf(anything: unknown): ApiProblem {
  const thrown = codedByDatabase(anything);
  if (thrown instanceof ApiProblem) return thrown;
  if (thrown instanceof CodedError) return codedProblem(thrown);
  if (thrown instanceof HttpException) return httpProblem(thrown.getStatus());
  if (hasStatus(thrown)) return httpProblem(thrown.status);
  return new ApiProblem(
    500,
    'gateway.failed',
    'The gateway failed to answer; its log says which part. Try again, and report it if it stays.',
  );
}

/** Our own errors say what and the cure; a bug says only that it is one. */
function codedProblem(error: CodedError): ApiProblem {
  const fields = error.fields?.map((path) => ({ path, message: 'is missing or wrong' }));
  if (error.code === 'disk.full') return new ApiProblem(507, error.code, error.message, fields, 60);
  switch (error.kind) {
    case 'transient':
      return new ApiProblem(503, error.code, error.message, fields, 5);
    case 'refused':
      return new ApiProblem(422, error.code, error.message, fields);
    case 'poison':
      return new ApiProblem(error.code === 'content.missing' ? 410 : 422, error.code, error.message, fields);
    default:
      return new ApiProblem(
        500,
        failureCodeOf(error),
        'The gateway failed to answer; its log says which part. Try again, and report it if it stays.',
      );
  }
}

function httpProblem(status: number): ApiProblem {
  switch (status) {
    case 400:
      return new ApiProblem(
        400,
        'request.malformed',
        'The body is not valid JSON or the address is malformed; correct it and send it again.',
      );
    case 404:
      return new ApiProblem(
        404,
        'route.not-found',
        'There is no such address; the description of the API is at /api/openapi.json.',
      );
    case 413:
      return new ApiProblem(
        413,
        'request.too-large',
        'The body is larger than this route takes; send files to the uploads route as a raw stream.',
      );
    default:
      return new ApiProblem(
        status,
        status >= 500 ? 'gateway.failed' : 'request.refused',
        'The request was refused; see the description of the API at /api/openapi.json.',
      );
  }
}

/** Errors of the body parser carry `status` and an `expose` flag; their text can quote the body and is never passed on. */
function hasStatus(thrown: unknown): thrown is { status: number } {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
}
