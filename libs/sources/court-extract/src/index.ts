export { ExtractError, type ExtractErrorCode, type ExtractProblem } from './errors';
export { type ExtractSource, historiesOf } from './history/histories-of';
export { type Mapping, readMapping, shippedMappings, shippedMappingText } from './mapping/read-mapping';
export * from './reading/court-extract';
export { readExtract } from './reading/read-extract';
