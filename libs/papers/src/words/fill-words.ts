import { PaperWordsError } from '../errors';

/** Puts values into words: `{county}` is replaced by `values.county`. A name without a value is an error, not a gap. */
export function fillWords(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new PaperWordsError(name);
    return value;
  });
}
