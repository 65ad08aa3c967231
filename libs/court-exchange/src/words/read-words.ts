import { parse } from 'yaml';
import { z } from 'zod';
import { MATCH_ANSWERS, type MatchAnswer, RECEIPT_ANSWERS, type ReceiptAnswer } from '../formats/codes';
import { nearest } from '../reading/nearest';
import { ExchangeFileError, type ExchangeProblem } from '../reading/problem';
import { type AnswerWords } from './answer-words';

/** A court's own words for both kinds of answers. */
export interface CourtWords {
  readonly match: AnswerWords<MatchAnswer>;
  readonly receipt: AnswerWords<ReceiptAnswer>;
}

const Words = z.strictObject({
  match: z.record(z.string(), z.array(z.string())).optional(),
  receipt: z.record(z.string(), z.array(z.string())).optional(),
});

/**
 * Reads a court's own words (YAML or JSON): for each kind of answers the code, then what the court writes for it.
 *
 * @example readCourtWords('receipt:\n  granted: [GRTD, "ORD SIGNED"]', 'words.yaml')
 */
export function readCourtWords(text: string, file: string): CourtWords {
  const problems: ExchangeProblem[] = [];
  const note = (column: string, cure: string, near = ''): void =>
    void problems.push({ file, line: 1, column, cure, nearest: near });
  let words: z.infer<typeof Words> = {};
  try {
    words = Words.parse(parse(text));
  } catch {
    note('file', 'write it as YAML: match: and receipt:, below each the codes, at each code a list of words');
  }
  const read = <Answer extends string>(kind: 'match' | 'receipt', codes: readonly Answer[]): Record<string, Answer> => {
    const table = Object.create(null) as Record<string, Answer>;
    for (const [code, own] of Object.entries(words[kind] ?? {})) {
      const answer = codes.find((one) => one === code);
      if (answer === undefined) note(kind, `a key is no code of the list (${codes.join(', ')})`, nearest(code, codes));
      else
        for (const word of own) {
          if (table[word.toLowerCase()] !== undefined && table[word.toLowerCase()] !== answer)
            note(kind, 'a word stands at two codes: keep one');
          table[word.toLowerCase()] = answer;
        }
    }
    return table;
  };
  const found = { match: read('match', MATCH_ANSWERS), receipt: read('receipt', RECEIPT_ANSWERS) };
  if (problems.length > 0) throw new ExchangeFileError(problems);
  return found;
}
