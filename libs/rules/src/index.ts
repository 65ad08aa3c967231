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
export {
  type CaseBook,
  type CaseFacts,
  type CaseNote,
  type CaseSource,
  type Challenge,
  NO_CASE_FACTS,
  type Override,
} from './engine/case-facts';
export { decidePerson } from './engine/decide-person';
export * from './engine/determination';
export { DETERMINATION_WORDS } from './engine/determination-words';
export { RuleSetError } from './engine/errors';
export { CORRECTED_WORDS, correctionLine } from './explanation/correction-words';
export { explainConvictions } from './explanation/explain-conviction';
export {
  type Change,
  type ExplainedQuestion,
  type ExplainedRule,
  type Explanation,
  explanationOf,
} from './explanation/explanation';
export {
  explainDetermination,
  floorWords,
  headline,
  printExplanation,
  verdictWords,
} from './explanation/print-explanation';
export {
  answerWords,
  conditionWords,
  outcomeWords,
  reliefWords,
  remedyWords,
  ruleWords,
  standingWords,
  stepCitation,
  stepWords,
} from './explanation/words';
export * from './engine/policy';
export { preparePolicy } from './engine/prepare-policy';
export { QUESTIONS, questionWords, type QuestionWords } from './engine/questions';
export { SOURCES_DISAGREE } from './sources/decide-among-sources';
export { placeWords, questionInWords, saysWords } from './sources/question-says';
export { isBetter, leastRelief, outcomeOf, RELIEF_ORDER, reliefOf } from './engine/relief-order';
export { filingCaseNumber, reliefFiled, reliefOwed, usableCaseNumbers } from './engine/relief-filed';
export { type Provision } from './law/provision';
export { PROVISIONS } from './law/provisions';
export { REMEDIES } from './law/remedies/remedies';
export { type RemedyProvision } from './law/remedies/remedy';
export { DEFAULT_READING, type Reach, type StatuteReading } from './law/reading/statute-reading';
export { ANSWER_NAMES, type AnswerName, DOMAINS, FACT_NAMES, type FactName, type Situation } from './law/situation';
export { factValueWords } from './law/words';
export { type Conviction, convictionsOf } from './person/convictions';
export { NOT_ASKED, type PolicyRule, rulesOf, verdictLetter } from './engine/rules-of-policy';
export { type Adds, whatElectionAdds } from './engine/what-elections-add';
export { ruleCatalogue, ruleSetHash, type RuleCatalogue } from './engine/rule-set';
export { outcomesSheet } from './law/outcomes/outcomes-sheet';
