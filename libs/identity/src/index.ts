export { type Answer, type Guard } from './answer/answer';
export { type AskReason } from './closure/close';
export { clearlyTwoPeople, type RowOfSomebody } from './compare/clearly-two-people';
export { decisionsInForce, type JoinDecision, JoinDecisionError } from './decisions/join-decision';
export { type Evidence, type EvidenceLine } from './evidence/evidence';
export {
  type JoinedPeople,
  type JoinInTurnsOptions,
  type JoinOptions,
  joinPeople,
  joinPeopleInTurns,
  type RecordPair,
} from './join-people';
export { fitModel } from './model/fit';
export { type Chances, type Field, FIELDS, LEVELS, type ModelSource } from './model/model-source';
export { SHIPPED_MODEL } from './model/weights.generated';
export { readName } from './names/read-name';
export { type IdentityProblem } from './numbers/number-joins';
export { NUMBER_WORDS, type NumberKind, type NumberPair } from './numbers/number-pairs';
export { type CaseNumber, type IdentityRecord, type IdentitySource, type PersonName } from './record/identity-record';
export { identityRecordOf, type RecordOrigin, recordIdOf } from './record/record-of-history';
export { RepeatedRecordError } from './table/record-table';
