import { type z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'settings with their names (name: value)',
  record: 'settings with their names (name: value)',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
};

/** What is wrong with a part of a policy and what to write instead, in our words; `value` is what stands there. */
export function issueWords(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = KINDS[issue.expected] ?? issue.expected;
      return value === undefined ? `is missing: add it, it is ${wanted}` : `must be ${wanted}, but ${kindOf(value)} stands here`;
    }
    case 'invalid_value':
      return `${value === undefined ? 'is missing: add it, it is' : 'must be'} one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? `must have at least ${issue.minimum} entry` : 'must not be empty: write something here';
    case 'invalid_format':
      // The schema says the cure beside each pattern.
      return issue.message;
    default:
      return 'cannot stand here: compare with a policy that comes with Clearway';
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of settings';
  return typeof value === 'string' ? 'text' : `${typeof value === 'number' ? 'the number' : ''} ${String(value)}`.trim();
}

/** Codes of the YAML reader, with the cure. */
const YAML_WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a setting stands twice: keep one of the two',
  TAB_AS_INDENT: 'a tab stands in the indentation: use spaces',
  BAD_INDENT: 'the indentation does not fit: settings that belong together begin in the same column',
  MULTILINE_IMPLICIT_KEY: 'a quote or a bracket is not closed, or a colon is missing: check this line and the one before',
  BLOCK_AS_IMPLICIT_KEY: 'two settings stand on one line: put each on its own, or values with a colon in quotes',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing: check this line and the one before',
  MULTIPLE_DOCS: 'the file holds several documents (---): keep one policy in a file',
};

/** What is wrong with a text that is neither YAML nor JSON. */
export function yamlWords(code: string): string {
  return `not readable as YAML or JSON: ${YAML_WORDS[code] ?? 'check the quotes, brackets, colons and the indentation of this line and the one before'}`;
}
