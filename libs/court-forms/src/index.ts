export {
  DEFAULT_MIN_SIZE,
  type ByteSink,
  type FaultKind,
  type FieldPlan,
  type FileInfo,
  type FillFault,
  type Filling,
} from './filling/filling';
export { FormFileError } from './filling/errors';
export {
  fillForm,
  fillFormBatch,
  fillFormInto,
  type FileFacts,
  type FileTarget,
  type FilledBatch,
  type FilledFile,
} from './filling/fill-form';
export { type LoadedForm } from './filling/master/loaded-form';
export { openForm } from './filling/master/open-form';
export { sampleFilings, sampleFillings, type SampleFilings } from './testing/sample-filings';
