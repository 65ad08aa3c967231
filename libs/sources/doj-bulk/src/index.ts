export { RECORD_LIMITS, type RecordLimits } from './bytes/record-scan';
export { type SharedMemory } from './bytes/scan-memory';
export { ROOM_BYTES, StretchMemory } from './bytes/stretch-memory';
export { COLUMN_COUNT, COLUMN_NAMES, CONDENSED_COLUMNS, IDENTITY_COLUMNS } from './columns';
export { requireCounty } from './county';
export * from './errors';
export { type Batch, batchesOf, isScattered, RangeReader } from './persons/batches';
export { DecidingRows } from './persons/deciding-rows';
export { type Gathered, gatherScattered, type GatheredStretch, loadPartition, removeGathered } from './persons/gather';
export { markOf, type PersonMark, PersonReader } from './persons/person-rows';
export { type PassedOver, type PlanData, PortionPlan, stretchPlan, type StretchPlan } from './persons/portion-plan';
export { readPersons, type ReadPersonsOptions } from './persons/read-persons';
export * from './results/annotate-files';
export { type Portion, portionsOf } from './results/portions';
export { ownBuffersOf, type ResultPortion } from './results/portion-annotator';
export { OutputFile, ResultFiles, resultNames, type WrittenFile } from './results/output-file';
export { type ResultColumns, ResultRows, type RowAnnotation } from './results/result-rows';
export { notWritten, writeAll } from './results/writing';
export { type RejectReason } from './rows/rejected-row';
export { type RowReader } from './rows/row-reader';
export * from './scan/population';
export { scanPopulation, type ScanOptions } from './scan/scan-population';
export {
  membersFor,
  type ScanCrew,
  type ScanDone,
  type ScanJob,
  ScanMember,
  type ScanWorkerData,
} from './scan/scan-slots';
export { type StretchFindings } from './scan/stretch-findings';
export { answerOf, bundleOf, compiledScript, type CrewAnswer, WorkerCrew } from './threads/worker-crew';
