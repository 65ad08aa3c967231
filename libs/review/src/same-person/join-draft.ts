import { type DraftDecision, type JoinVerdict } from '../decisions/decision';
import { type AskedPair, inOrder, pairId, shownHash } from './asked-pair';

/** What a decision about two records keeps of the question. */
export interface AskedAbout {
  readonly records: readonly [string, string];
  readonly people: readonly [string, string];
  /** `shownHash` */
  readonly shown: string;
}

export function askedAbout(pair: AskedPair): AskedAbout {
  const [one, other] = pair.records;
  return { records: [one.id, other.id], people: [one.person, other.person], shown: shownHash(pair) };
}

/** The answer to a question, before it is recorded. */
export function joinDraft(
  { records, people, shown }: AskedAbout,
  { kind, reason }: Pick<JoinVerdict, 'kind' | 'reason'>,
  signed: DraftDecision['signed'],
): DraftDecision {
  const persons = inOrder(...people);
  return {
    person: persons[0],
    key: pairId(...records),
    basis: shown,
    decision: { kind, records: inOrder(...records), people: persons, reason },
    signed,
  };
}
