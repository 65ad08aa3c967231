export { CANNABIS_SECTIONS, type CannabisSection } from './person/cannabis';
export { type Arguments, type Criterion, type Fact, type Finding } from './engine/criterion';
export { type CaseBook, type CaseFacts, type Challenge, NO_CASE_FACTS, type Override } from './engine/case-facts';
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
export { isBetter, leastRelief, outcomeOf, RELIEF_ORDER, reliefOf } from './engine/relief-order';
export { filingCaseNumber, reliefFiled, usableCaseNumbers } from './engine/relief-filed';
export { type Mark, type Provision } from './law/provision';
export { PROVISIONS } from './law/provisions';
export { REMEDIES } from './law/remedies/remedies';
export { type RemedyProvision } from './law/remedies/remedy';
export { DEFAULT_READING, type Reach, type StatuteReading } from './law/reading/statute-reading';
export { DOMAINS, FACT_NAMES, type FactName, type Situation } from './law/situation';
export { factValueWords } from './law/words';
export { ruleCatalogue, ruleSetHash, type RuleCatalogue } from './engine/rule-set';
export { outcomesSheet } from './law/outcomes/outcomes-sheet';
