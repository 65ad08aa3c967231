/** One thing that is wrong with a file. */
export interface FileProblem {
  /** Line of the file, from 1; 0 when the problem has no place. */
  readonly line: number;
  /** Path of the thing: `steps.2.then.outcome`; '' where the whole text is meant. */
  readonly path: string;
  /** What is wrong and what to write instead. */
  readonly words: string;
}

/**
 * A problem in one line, with the name of its file where there are several.
 *
 * @example problemWords({ line: 3, path: 'colour', words: 'is ...' }) // 'line 3: colour: is ...'
 */
export function problemWords({ line, path, words }: FileProblem, file = ''): string {
  const place = [file, line > 0 ? `line ${line}` : ''].filter((each) => each !== '').join(', ');
  return [place, path, words].filter((each) => each !== '').join(': ');
}
