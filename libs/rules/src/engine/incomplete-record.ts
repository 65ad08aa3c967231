import { type History, type Verdict } from '@clearway/record';
import { found, type FactsAsked, type Finding } from './criterion';

/**
 * What is asked before the absence of something from an incomplete record says anything: what rows say that could not be read, else what a
 * court's code means, else whether another record is this person's.
 */
export function incompleteQuestion({
  problems,
}: Pick<History, 'problems'>): 'record-incomplete' | 'court-code' | 'other-record' {
  const codes = new Set(problems.map(({ code }) => code));
  if (codes.has('rejected-row')) return 'record-incomplete';
  if (codes.has('unknown-court-code')) return 'court-code';
  return codes.has('possible-other-record') ? 'other-record' : 'record-incomplete';
}

/** What follows from the absence of something: nothing where the record is incomplete. */
export function unlessIncomplete(verdict: Verdict, facts: FactsAsked, history: History): Finding {
  return history.incomplete ? found('cannot-tell', facts, incompleteQuestion(history)) : found(verdict, facts);
}
