import { CodedError, TransientError, type FailureKind } from '@clearway/platform';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';

/**
 * A failure of the database by its SQLSTATE and the name of the constraint. The driver's own error carries the statement,
 * its parameters and the offending row: none of it leaves this file.
 */
export class DatabaseError extends CodedError {
  constructor(
    readonly sqlState: string,
    readonly constraint: string | undefined,
    kind: FailureKind,
  ) {
    super(
      `database.${sqlState.toLowerCase()}`,
      `the database refused a statement (SQLSTATE ${sqlState}${constraint ? `, ${constraint}` : ''})`,
      kind,
    );
    this.name = 'DatabaseError';
  }
}

/** Classes that pass: connection, rollback by conflict, resources, operator intervention, lock not available. */
const PASSING = /^(08|40|53|57|58|55P03|25P02)/;
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** Turns whatever a driver throws into an error that can be logged. Errors that are coded already stay as they are. */
export function wrapDatabaseError(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  const driver = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint, severity } = (driver ?? {}) as { code?: unknown; constraint?: unknown; severity?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && typeof severity === 'string') {
    return new DatabaseError(
      code,
      typeof constraint === 'string' && /^[A-Za-z0-9_]+$/.test(constraint) ? constraint : undefined,
      PASSING.test(code) ? 'transient' : 'bug',
    );
  }
  if ((typeof code === 'string' && AWAY.has(code)) || isWithoutSocket(driver) || isLostConnection(driver)) {
    return new TransientError('database.away', 'the database does not answer: it is tried again');
  }
  return error;
}

/** The socket file of a database is not there; a file of ours that is missing is no matter of the database. */
function isWithoutSocket(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return code === 'ENOENT' && syscall === 'connect';
}

function isLostConnection(error: unknown): boolean {
  // A query runner gives itself up when its connection is lost between two statements; the next statement meets this.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const words = error instanceof Error ? error.message : '';
  return (
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Connection ended|Query read timeout|the database system is)/i.test(
      words,
    ) || /not queryable|was closed|connection is closed/i.test(words)
  );
}

/** Runs something that talks to the database; what it throws is wrapped. */
export async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw wrapDatabaseError(error);
  }
}
