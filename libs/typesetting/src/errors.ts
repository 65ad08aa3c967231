/** A text holds a character that no embedded font can draw. It is never replaced: whoever owns the text decides. */
export class UnprintableTextError extends Error {
  readonly code = 'text.unprintable';
  readonly level = 'warn';

  /** `characters`: the code points as `U+0378`, each once, in order of appearance. */
  constructor(readonly characters: readonly string[]) {
    super(`a text holds characters that no installed font can draw (${characters.join(', ')}): correct the text at its source, or add a font to libs/typesetting/src/fonts/catalogue.ts`);
    this.name = 'UnprintableTextError';
  }
}

/** A page cannot take what was given to it: a caller's mistake, named so that it is found at once. */
export class LayoutError extends Error {
  readonly code = 'layout.impossible';
  readonly level = 'error';

  constructor(what: string) {
    super(`a page cannot be laid out: ${what}`);
    this.name = 'LayoutError';
  }
}
