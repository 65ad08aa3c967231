export {
  type FieldPlace,
  type FieldType,
  type FormEdition,
  type FormField,
  type FormPage,
} from './edition/form-edition';
export { asEdition, type FormFile, readFormFile } from './edition/read-form-file';
export { type FormIdentity } from './edition/form-identity';
export { FormFileError, FormNotReadyError, FormStoreError, MappingError, type MappingProblem } from './errors';
export {
  type Condition,
  type ConditionTerm,
  type FieldUse,
  type FormFacts,
  type FormMapping,
  type MappedField,
  type TextPart,
  type ValueFormat,
} from './mapping/mapping';
export { type MappingEntry, type MappingFile } from './mapping/mapping-file';
export { readMapping, readMappingWithProblems } from './mapping/read-mapping';
export { bindMapping, bindWithProblems } from './mapping/bind-mapping';
export { printMapping, useInWords } from './mapping/print-mapping';
export { proposeMapping } from './mapping/propose-mapping';
export { type ShippedMapping, shippedMappingFor, shippedMappings } from './mapping/shipped-mappings';
export { FORM_VALUE_NAMES, FORM_VALUES } from './mapping/value-names';
export { namesOfMapping } from './mapping/names-of-use';
export { FormFactError, holds, type IntendedValue, intendedValues } from './mapping/intended-values';
export { fieldValues, type PlannedField, plannedFields } from './mapping/field-plans';
export { compareEditions, type EditionComparison, type FieldChange } from './guard/compare-editions';
export { type CarriedMapping, carryMapping } from './guard/carry-mapping';
export { type Readiness, readinessOf, requireReady } from './guard/ready';
export {
  FormLibrary,
  type FoundForm,
  type LibraryEdition,
  type LoadedFormSource,
  type MissingForm,
  type MissingFormReason,
} from './library/form-library';
export { type AddedForm, FormFolder, libraryEdition, type RegisteredForm } from './registry/form-folder';
export { previewForm } from './registry/preview-form';
export {
  DEFAULT_MIN_SIZE,
  type ByteSink,
  type FaultKind,
  type FieldPlan,
  type FileInfo,
  type FillFault,
  type Filling,
} from './filling/filling';
export { UnfillableFormError } from './filling/errors';
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
export { syntheticForm, syntheticValues } from './testing/synthetic-forms';
export { sampleFilings, sampleFillings, type SampleFilings } from './testing/sample-filings';
