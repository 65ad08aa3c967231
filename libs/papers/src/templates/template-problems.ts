/** Something that is wrong in a template, where it stands, and the cure. */
export interface TemplateProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

/** Templates that cannot be used: every problem of every file at once. */
export class TemplateError extends Error {
  readonly code = 'templates.invalid';
  readonly level = 'error';

  constructor(readonly problems: readonly TemplateProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'TemplateError';
  }
}

function problemLine({ file, line, column, words }: TemplateProblem): string {
  return `${file}, line ${line}, column ${column}: ${words}`;
}

/** Where a character stands in its file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Gathers the problems of one file. */
export class Problems {
  readonly found: TemplateProblem[] = [];

  constructor(private readonly file: string) {}

  add(place: Place, words: string): void {
    this.found.push({ file: this.file, line: place.line, column: place.column, words });
  }

  /** In the order of the file. */
  sorted(): readonly TemplateProblem[] {
    return [...this.found].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** Text out of a file, joined from pieces, that still knows where each character stood. */
export class SourceText {
  readonly text: string;
  private readonly starts: { readonly at: number; readonly place: Place }[] = [];

  constructor(pieces: readonly (Place & { readonly text: string })[]) {
    let text = '';
    for (const piece of pieces) {
      if (text !== '') text += ' ';
      this.starts.push({ at: text.length, place: piece });
      text += piece.text;
    }
    this.text = text;
  }

  placeOf(index: number): Place {
    let last = this.starts[0];
    for (const start of this.starts) if (start.at <= index) last = start;
    return last ? { line: last.place.line, column: last.place.column + index - last.at } : { line: 1, column: 1 };
  }
}
