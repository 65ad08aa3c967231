/** The caller stopped the drawing; files handed over before stay valid. */
export class DrawingCancelledError extends Error {
  readonly code = 'papers.cancelled';
  readonly level = 'info';

  constructor() {
    super('the drawing of papers was cancelled');
    this.name = 'DrawingCancelledError';
  }
}

/** A thread that drew papers failed; `detail` is a code and names nobody. */
export class DrawingThreadError extends Error {
  readonly code = 'papers.thread-failed';
  readonly level = 'error';

  constructor(detail: string) {
    super(`a thread that drew papers failed (${detail}): run again, with --threads 1 to see the error itself`);
    this.name = 'DrawingThreadError';
  }
}

/** The index of a batch differs from what was meant when it is read back. */
export class BatchIndexError extends Error {
  readonly code = 'papers.index-differs';
  readonly level = 'error';

  constructor(kind: string) {
    super(`the index of a batch was read back and differs (${kind}): nothing of the run is handed out; report it as a defect of Clearway`);
    this.name = 'BatchIndexError';
  }
}
