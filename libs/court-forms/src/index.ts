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
export { compareEditions, type EditionComparison, type FieldChange } from './guard/compare-editions';
export { type MappingEntry, type MappingFile } from './mapping/mapping-file';
export { readMapping, readMappingWithProblems } from './mapping/read-mapping';
export { bindMapping, bindWithProblems } from './mapping/bind-mapping';
export { namesOfMapping } from './mapping/names-of-use';
export { FormFactError, holds, type IntendedValue, intendedValues } from './mapping/intended-values';
