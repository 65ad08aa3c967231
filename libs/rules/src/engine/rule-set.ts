import { createHash } from 'node:crypto';
import { CRITERIA } from '../criteria/criteria';
import { CODE_LISTS } from '../parameters/code-lists.generated';
import { PARAMETERS } from '../parameters/parameters.generated';
import { PROSECUTING_AGENCIES } from '../parameters/prosecuting-agencies.generated';
import { SOURCES_DIGEST } from './sources.generated';
import { type ArgumentKind } from './criterion';
import { byCode } from './prepare-policy';
import { QUESTIONS, type QuestionWords } from './questions';

export interface RuleCatalogue {
  readonly version: 1;
  readonly criteria: readonly {
    readonly code: string;
    readonly words: string;
    readonly citation: string;
    readonly arguments: Readonly<Record<string, ArgumentKind>>;
  }[];
  readonly lists: readonly {
    readonly list: string;
    readonly title: string;
    readonly citation: string;
    readonly entries: number;
  }[];
  readonly questions: readonly QuestionWords[];
}

/** Everything that a trace's codes mean. Kept once per rule set, next to the traces that name it by its hash. */
export function ruleCatalogue(): RuleCatalogue {
  return {
    version: 1,
    criteria: [...byCode(CRITERIA).values()].map(({ code, words, citation, arguments: args }) => ({
      code,
      words,
      citation,
      arguments: args,
    })),
    lists: CODE_LISTS.map(({ list, title, citation, entries }) => ({ list, title, citation, entries: entries.length })),
    questions: QUESTIONS,
  };
}

let known = '';

/** SHA-256 in hex over the catalogue, the parameters and the source of the rules: one changed sentence is another rule set. */
export function ruleSetHash(): string {
  if (known === '') {
    known = createHash('sha256')
      .update(JSON.stringify([ruleCatalogue(), CODE_LISTS, PARAMETERS, PROSECUTING_AGENCIES, SOURCES_DIGEST]))
      .digest('hex');
  }
  return known;
}
