export { PolicyError, type PolicyProblem } from './errors';
export { loadPolicy, presetNames } from './load-policy';
