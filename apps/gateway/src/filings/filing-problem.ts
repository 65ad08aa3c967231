import { type CourtFileProblem, type FilingDangers } from '@clearway/contracts';
import { CodedError } from '@clearway/platform';
import { ApiProblem } from '../problems/api-problem';

const NOT_FOUND: ReadonlySet<string> = new Set(['batch.unknown', 'event.unknown']);
const GONE: ReadonlySet<string> = new Set(['batch.destroyed']);
/** What the book does not allow as it stands now; with another book it would be right. */
const IN_CONFLICT = /^(?:batch|line|event|match)\./;

/** What documents refuses, with the status that a caller expects of it. */
export function filingProblem(error: unknown): never {
  if (!(error instanceof CodedError) || error.kind !== 'refused') throw error;
  const { code, message, fields } = error;
  const detail = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  const errors = fields?.map((path) => ({ path, message }));
  if (NOT_FOUND.has(code)) throw new ApiProblem(404, code, detail);
  if (GONE.has(code)) throw new ApiProblem(410, code, detail);
  if (IN_CONFLICT.test(code)) throw new ApiProblem(409, code, detail, errors);
  if (errors) throw new ApiProblem(422, code, detail, errors);
  throw error;
}

/** The danger list itself is the answer to a release that does not give back its hash. */
export function dangersNotRead({ sha256, listed, items }: FilingDangers): ApiProblem {
  const list = items.map(({ danger, lines, what, todo }) => ({
    path: `dangers.${danger}`,
    message: `${lines} line(s): ${what} ${todo}`,
  }));
  const none = 'no danger list stood beside the batch: look through its lines';
  return new ApiProblem(
    409,
    'batch.dangers-not-read',
    'Nothing was released: the danger list must be read first. Work through it, then release with its hash as dangers.',
    [{ path: 'dangers', message: `must be ${sha256}${listed ? '' : `; ${none}`}` }, ...list],
  );
}

/** Every problem by file, line and column with its cure, never a value; nothing was taken. */
export function courtFileProblem(code: string, problems: readonly CourtFileProblem[], inAll: number): ApiProblem {
  const more = inAll > problems.length ? ` The first ${problems.length} are named.` : '';
  const errors = problems.map(({ file, line, column, cure, nearest }) => ({
    path: `${file}:${line}:${column}`,
    message: nearest === '' ? cure : `${cure} (nearest: ${nearest})`,
  }));
  return new ApiProblem(
    422,
    code,
    `The court's file cannot be used as it is (${inAll} problem(s)), and nothing was taken from it.${more} Correct the lines and send it again.`,
    errors,
  );
}
