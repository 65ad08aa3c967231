import { CliError } from '../cli-error';
import { errorCodeOf, exitCodeOf } from '../exit-codes';
import { Progress } from './progress';

/** The folder that a `clearway` was built in, and what `npm start` runs there. */
export interface Installation {
  /** Its `.clearway`: everything that start and services leave behind. */
  readonly home: string;
  /** Address of its own gateway; undefined while none runs. */
  gateway(): Promise<string | undefined>;
}

/** What a command writes to and is interrupted by. Results go to stdout, everything else to stderr. */
export interface Terminal {
  /** One line for the person; nothing with `--json`. */
  say(line: string): void;
  /** One line on stderr, also with `--json` when it concerns an error. */
  warn(line: string): void;
  /** The result for a machine: one line of JSON on stdout, only with `--json`. */
  result(value: unknown): void;
  readonly progress: Progress;
  readonly json: boolean;
  /** Aborted at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Left out where the command line was not started as `npx clearway`. */
  readonly installation?: Installation;
}

export function openTerminal(json: boolean, signal: AbortSignal, installation?: Installation): Terminal {
  const progress = new Progress({
    isTerminal: process.stderr.isTTY === true && !json,
    columns: process.stderr.columns ?? 80,
    write: (text) => void (json || process.stderr.write(text)),
    now: () => performance.now(),
  });
  return {
    progress,
    json,
    signal,
    ...(installation ? { installation } : {}),
    say(line) {
      if (json) return;
      progress.finishLine();
      process.stdout.write(`${line}\n`);
    },
    warn(line) {
      progress.finishLine();
      process.stderr.write(`${line}\n`);
    },
    result(value) {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** What is printed for anything that was thrown: for a person the message, for a machine one line of JSON. */
export function errorText(error: unknown, json: boolean): string {
  const code = errorCodeOf(error);
  const exitCode = exitCodeOf(error);
  const known = code.includes('.') || code === 'interrupted' || error instanceof CliError;
  const message = known ? (error as Error).message : systemMessage(code, error);
  if (json)
    return JSON.stringify({
      error: { code: known ? code : code === '' ? 'unexpected' : `system.${code.toLowerCase()}`, exitCode, message },
    });
  const stack = !known && code === '' && error instanceof Error && error.stack ? `\n${error.stack}` : '';
  return `clearway: ${message}${stack}`;
}

/** System errors carry paths that the person gave; everything else unforeseen is a defect and says so. */
function systemMessage(code: string, error: unknown): string {
  const path =
    typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string'
      ? `${error.path}: `
      : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${path}no room is left on the disk. Free some, or give --out a folder on another disk, and start again; nothing stands under a final name.`;
    case 'EROFS':
      return `${path}the disk can only be read. Give --out a folder on another disk.`;
    case 'ENOENT':
      return `${path}there is no such file. Check the spelling and the folder.`;
    case 'EISDIR':
      return `${path}this is a folder, but a file is needed.`;
    case 'ENOTDIR':
      return `${path}a part of the path is a file, but a folder is needed.`;
    case 'EACCES':
    case 'EPERM':
      return `${path}you are not allowed to open it. Ask its owner, or choose another.`;
    default:
      return code === ''
        ? 'something went wrong that is not your doing. Please report it with the lines below.'
        : `${path}the system answered ${code}.`;
  }
}
