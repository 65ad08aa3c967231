export { ExtractError, type ExtractErrorCode, type ExtractProblem } from './errors';
export { type GuessedMapping, guessMapping } from './guess/guess-mapping';
export { type ExtractSource, historiesOf } from './history/histories-of';
export { type Mapping, readMapping, shippedMappings, shippedMappingText } from './mapping/read-mapping';
export * from './reading/court-extract';
export { readExtract } from './reading/read-extract';
export { type UnderstoodRow, understoodRows } from './reading/understood-rows';
export { NOTE_WORDS, REJECT_WORDS } from './words';
