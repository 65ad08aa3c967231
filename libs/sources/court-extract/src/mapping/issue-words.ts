import { type z } from 'zod';
import { nearestName } from './nearest';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'settings with their names (name: value)',
  record: 'settings with their names (name: value)',
  array: 'a list',
  number: 'a number',
};
/** How the validator's own words begin. */
const VALIDATORS_OWN = /^(?:Invalid|Too (?:small|big)|Unrecognized|Expected)\b/i;

/** What is wrong with a part of a mapping and what to write instead; `value` is what stands there. */
export function issueWords(issue: Issue, value: unknown): string {
  if (!VALIDATORS_OWN.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof value === 'string' ? nearestName(value, values) : undefined;
    const start = value === undefined ? 'is missing: add it, it is' : 'must be';
    return `${start} one of ${values.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`;
  }
  if (issue.code === 'invalid_type') {
    const wanted = KINDS[issue.expected] ?? issue.expected;
    return value === undefined ? `is missing: add it, it is ${wanted}` : `must be ${wanted}`;
  }
  return 'cannot stand here: compare with a mapping that comes with Clearway';
}
