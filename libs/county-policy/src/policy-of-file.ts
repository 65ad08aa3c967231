import { createHash } from 'node:crypto';
import {
  DETERMINATION_WORDS,
  type Condition,
  type ConditionArgument,
  DEFAULT_READING,
  type Policy,
  type PolicyResult,
  type PolicyStep,
} from '@clearway/rules';
import { electionWarnings } from './election-warnings';
import { type FilingPolicy, type PolicyFileResult, type StepsPolicy } from './schema';

/** The lists of the statute itself, where the policy names no others. */
const STATUTE_LISTS = { superStrikes: 'california.super-strikes', sexOffences: 'california.sex-offences' };

/** A policy for filing, as the engine runs it. */
export function filingPolicyOf(file: FilingPolicy): Policy {
  const { policy: name, kind, title, approved, lists = STATUTE_LISTS, elections = [], statute = {} } = file;
  const nothing = (file['elect nothing when'] ?? []).map(toCondition);
  const reading = {
    presume: statute.presume ?? DEFAULT_READING.presume,
    priorsOfTheSection: statute['priors of the section'] ?? DEFAULT_READING.priorsOfTheSection,
    attempts: statute.attempts ?? DEFAULT_READING.attempts,
    predecessors: statute.predecessors ?? DEFAULT_READING.predecessors,
  };
  const steps = elections.map(({ code, when, unless = [], then, authority }) => ({
    ...toStep({ code, when, unless, then }, nothing),
    then: { ...toResult(then), authority: authority.trim() },
  }));
  const otherwise = {
    outcome: 'not-eligible' as const,
    determination: DETERMINATION_WORDS['not-eligible'],
    reason: '',
  };
  const content = { name, kind, title, approved, statute: reading, lists, steps, otherwise };
  return sealed(content, electionWarnings(steps));
}

/** A replay in steps, as the engine runs it. */
export function stepsPolicyOf(file: StepsPolicy): Policy {
  const { policy: name, kind, title, approved, lists } = file;
  const steps = file.steps.map((each) => toStep(each));
  return sealed({ name, kind, title, approved, lists, steps, otherwise: toResult(file.otherwise) }, []);
}

function toStep(
  { code, when, unless = [], then }: StepsPolicy['steps'][number],
  also: readonly Condition[] = [],
): PolicyStep {
  const not = [...unless.map(toCondition), ...also];
  return { code, when: when.map(toCondition), ...(not.length === 0 ? {} : { unless: not }), then: toResult(then) };
}

function toCondition(source: StepsPolicy['steps'][number]['when'][number]): Condition {
  const { is, ...args } = source;
  return { is, with: args as Record<string, ConditionArgument> };
}

function toResult(source: PolicyFileResult): PolicyResult {
  const { outcome, determination = DETERMINATION_WORDS[outcome], reason, question, prosecutor } = source;
  return {
    outcome,
    determination,
    reason,
    ...(question === undefined ? {} : { question }),
    ...(prosecutor === undefined ? {} : { prosecutor }),
  };
}

/** The hash is over everything that the policy says, so that another word is another policy. */
export function sealed(content: Omit<Policy, 'hash' | 'warnings'>, warnings: readonly string[]): Policy {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...content, hash, warnings };
}
