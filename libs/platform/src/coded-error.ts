/** What to do with a failure. `transient`: try again; `poison`: this message will never work; `bug`: stop and be seen. */
export type FailureKind = 'transient' | 'poison' | 'bug' | 'refused';

/**
 * An error that a person can act on: a stable dotted code, a message that names the kind of thing and the cure and never
 * a value from a record. Anything thrown that is not a CodedError is a bug.
 */
export class CodedError extends Error {
  /** Names of fields, never their values. */
  readonly fields?: readonly string[];

  constructor(
    readonly code: string,
    message: string,
    readonly kind: FailureKind = 'refused',
    fields?: readonly string[],
  ) {
    super(message);
    this.name = 'CodedError';
    if (fields) this.fields = fields;
  }
}

/** Worth trying again: a server that is away, a lock, a full disk. */
export class TransientError extends CodedError {
  constructor(code: string, message: string) {
    super(code, message, 'transient');
    this.name = 'TransientError';
  }
}

/** A message or a blob that will never work as it is. */
export class PoisonError extends CodedError {
  constructor(code: string, message: string) {
    super(code, message, 'poison');
    this.name = 'PoisonError';
  }
}

/** Errors of the domain libraries have a dotted code and a message that names the cure: the input is refused. */
const DOMAIN_CODE = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Anything thrown as a CodedError: domain errors keep code and message, other errors keep only what is safe to tell. */
export function codedErrorOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const kind = failureKindOf(error);
  const words =
    kind === 'refused' && error instanceof Error
      ? error.message
      : 'the process met an error of its own or of its machine';
  return new CodedError(failureCodeOf(error), words, kind);
}

/** The kind of anything that was thrown. */
export function failureKindOf(error: unknown): FailureKind {
  if (error instanceof CodedError) return error.kind;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && DOMAIN_CODE.test(code)) return 'refused';
  return typeof code === 'string' && TRANSIENT_SYSTEM_CODES.has(code) ? 'transient' : 'bug';
}

/** The code to log and store for anything that was thrown: never its message. */
export function failureCodeOf(error: unknown): string {
  if (error instanceof CodedError) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && DOMAIN_CODE.test(code)) return code;
  if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code))
    return `system.${code.toLowerCase().replaceAll('_', '-')}`;
  return `bug.${(error instanceof Error ? error.name : typeof error).toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'unknown'}`;
}

const TRANSIENT_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
  'EMFILE',
  'ENFILE',
  'EAGAIN',
  'EBUSY',
]);
