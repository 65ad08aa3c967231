export { CaseFactsBook, type CaseData, type RecordedDecision } from './case-facts-book';
export { EVIDENCE_KINDS, evidenceKindOf, groundOf, GROUNDS, NO_EVIDENCE } from './challenge-words';
export { FactsFileError, type FactsProblem, SharedSubjectError } from './errors';
export { readFactsFile } from './facts-file';
export { type FactsRow } from './facts-row';
export { type DecisionState, type FactsCounts, FactsUse } from './facts-use';
export { type OwedCount, owedByFacts, type OwedStanding } from './owed-by-facts';
export { FACTS_COLUMNS, readDay } from './read-facts-row';
