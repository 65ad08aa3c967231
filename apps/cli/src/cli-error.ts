/** Something that the person at the terminal can put right; the message names the kind of thing and the cure. */
export class CliError extends Error {
  constructor(
    /** Dotted; its first word decides the exit code (see exit-codes.ts). */
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'CliError';
  }
}

/** Ctrl-C or SIGTERM: the work was given up and what was unfinished is removed. */
export class InterruptedError extends Error {
  readonly code = 'interrupted';
  constructor() {
    super('Interrupted. Nothing was written under its final name.');
    this.name = 'InterruptedError';
  }
}
