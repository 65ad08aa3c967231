export { PolicyError, type PolicyProblem } from './errors';
export { checkFilingDay, FilingDayError } from './filing-day';
export { loadPolicy, presetNames, presetText } from './load-policy';
export { policyCautions } from './policy-cautions';
export { policyInWords } from './policy-words';
