/** The words of a paper name a value that does not exist, or leave one out: found when the paper is first drawn. */
export class PaperWordsError extends Error {
  readonly code = 'papers.words';
  readonly level = 'error';

  constructor(name: string) {
    super(`the words of a paper name {${name}}, which no paper has: correct the name in libs/papers/src/words`);
    this.name = 'PaperWordsError';
  }
}

/** The caller stopped the drawing; files handed over before stay valid. */
export class DrawingCancelledError extends Error {
  readonly code = 'papers.cancelled';
  readonly level = 'info';

  constructor() {
    super('the drawing of papers was cancelled');
    this.name = 'DrawingCancelledError';
  }
}
