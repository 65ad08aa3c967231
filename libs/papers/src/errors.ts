/** The caller stopped the drawing; files handed over before stay valid. */
export class DrawingCancelledError extends Error {
  readonly code = 'papers.cancelled';
  readonly level = 'info';

  constructor() {
    super('the drawing of papers was cancelled');
    this.name = 'DrawingCancelledError';
  }
}
