import { CodedError } from '@clearway/platform';
import { ApiProblem } from './api-problem';

const REFUSED = /^(?:corrections\.unusable|decisions\.unusable|fix\.other-files)$/;

/** A file that somebody sent and that cannot be used as it is: by line and with the cure; nothing of it was taken. */
export function unusableFile(error: unknown): never {
  if (!(error instanceof CodedError) || !REFUSED.test(error.code)) throw error;
  const words = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  throw new ApiProblem(422, error.code, /nothing was taken/i.test(words) ? words : `${words} Nothing was taken.`);
}
