/** How `clearway` ends; stable, for scripts. Described in docs/command-line.md. */
export const EXIT = {
  done: 0,
  /** A defect of Clearway, or something nobody foresaw. */
  unexpected: 1,
  /** The command line itself: an unknown option, a missing one, a value that cannot be read. */
  usage: 2,
  /** An input cannot be read or is not a state file; the county stands on no row; lines of a RAP sheet were not understood. */
  input: 3,
  /** The policy, or a court profile, cannot be read or says something that it may not. */
  policy: 4,
  /** The results cannot be written: no room, no permission. */
  disk: 5,
  /** The services cannot be reached, or refused, or the run through them failed. */
  services: 6,
  /** Everything ran, but numbers that must be equal are not, or a packet differed when it was read back. Results are written; see tie_out.xlsx. */
  control: 7,
  /** Interrupted by Ctrl-C; nothing stands under a final name. */
  interrupted: 130,
  /** Ended by SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Beginnings of error codes, by what they mean for the exit code; the first that fits wins. */
const BY_CODE: readonly (readonly [RegExp, ExitCode])[] = [
  [/^(?:usage|synthetic)\./, EXIT.usage],
  [
    /^(?:state-file|county|input|contacts|subject|old-results|facts|decisions|review|certify|workbook|form|templates|court-file|book|batch|line|match|event|rap-sheet|extract|corrections|fix|source|identity)\./,
    EXIT.input,
  ],
  [/^(?:policy|county-policy|courts)\./, EXIT.policy],
  [/^(?:results|disk|output)\./, EXIT.disk],
  [/^services\.upload\.(?:empty|not-a-state-file|not-a-source)$/, EXIT.input],
  [/^(?:services|gateway)\./, EXIT.services],
  [/^(?:tie-out|control|packet)\./, EXIT.control],
  [/^interrupted/, EXIT.interrupted],
  [/^(?:ENOSPC|EDQUOT|EROFS|EFBIG)$/, EXIT.disk],
  [/^(?:ENOENT|EISDIR|ENOTDIR|EACCES|EPERM)$/, EXIT.input],
];

/** The exit code for anything that was thrown. */
export function exitCodeOf(error: unknown): ExitCode {
  const code = errorCodeOf(error);
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? EXIT.unexpected;
}

/** The dotted code of an error, or a system code, or empty. */
export function errorCodeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
