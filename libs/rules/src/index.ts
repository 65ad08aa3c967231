export { type CodeListSource, type ListEntry, type MatchedEntry } from './parameters/code-list-source';
export { isFound, type Mark, type Source } from './parameters/marks';
export {
  parameter,
  parameterExists,
  type ParameterName,
  type ParameterSource,
  parameterSources,
  type ParameterUnit,
  type ParameterValue,
} from './parameters/parameter';
export { type Prosecuted, prosecutingAgency, type ProsecutingAgency } from './parameters/prosecuting-agency';
export { type FactToConfirm, factsToConfirm, type PlaceOfFact, type ProvisionToConfirm } from './parameters/to-confirm';
export { CANNABIS_SECTIONS, type CannabisSection } from './person/cannabis';
export { type Arguments, type Criterion, type Fact, type Finding } from './engine/criterion';
export { decidePerson } from './engine/decide-person';
export * from './engine/determination';
export { RuleSetError } from './engine/errors';
export {
  answerWords,
  explainDetermination,
  outcomeWords,
  reliefWords,
  stepCitation,
  stepWords,
} from './engine/explain';
export * from './engine/policy';
export { preparePolicy } from './engine/prepare-policy';
export { QUESTIONS, questionWords, type QuestionWords } from './engine/questions';
export { leastRelief, RELIEF_ORDER, reliefOf } from './engine/relief-order';
export { filingCaseNumber, reliefFiled, usableCaseNumbers } from './engine/relief-filed';
export { ruleCatalogue, ruleSetHash, type RuleCatalogue } from './engine/rule-set';
