import { type History } from '@clearway/record';

/**
 * What is asked before the absence of something from an incomplete record says anything: what rows say that could not be read, or
 * else whether another record is this person's.
 */
export function incompleteQuestion({ problems }: Pick<History, 'problems'>): 'record-incomplete' | 'other-record' {
  const codes = new Set(problems.map(({ code }) => code));
  return codes.has('possible-other-record') && !codes.has('rejected-row') ? 'other-record' : 'record-incomplete';
}
