export { type FieldPlace, type FieldType, type FormEdition, type FormField, type FormPage } from './edition/form-edition';
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
