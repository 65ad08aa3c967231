import { type z } from 'zod';
import { meant } from './nearest';
import { type FileProblem } from './problem';
import { type YamlKind, type YamlPath, type YamlWithLines } from './read-yaml';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text (in quotes when it looks like a number or a date)',
  object: 'settings with their names (name: value)',
  record: 'settings with their names (name: value)',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
};

/** How the validator's own words begin; the schema says the cure beside the other parts. */
const VALIDATORS_OWN = /^(?:Invalid|Too (?:small|big)|Unrecognized|Expected)\b/i;

/** What else may be said of a setting that the schema does not have, instead of the usual words. */
export type ElseWhere = (key: string, path: YamlPath) => string | undefined;

/** Checks what was read. Throws `refuse` of every problem at once, each with its line, the thing and the cure. */
export function readAs<T>(
  schema: z.ZodType<T>,
  source: YamlWithLines,
  kind: YamlKind,
  refuse: (problems: readonly FileProblem[]) => Error,
): T {
  const read = schema.safeParse(source.data);
  if (read.success) return read.data;
  throw refuse(schemaProblems(read.error, schema, source, kind));
}

/**
 * What a schema found, in our words, each with its place in the file.
 *
 * @param base where the part that was checked stands in the file
 */
export function schemaProblems(
  error: z.core.$ZodError,
  schema: z.core.$ZodType,
  source: YamlWithLines,
  kind: YamlKind,
  { base = [], elseWhere }: { readonly base?: YamlPath; readonly elseWhere?: ElseWhere } = {},
): readonly FileProblem[] {
  return error.issues.flatMap((issue): FileProblem[] => {
    const inner = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
    const path = [...base, ...inner];
    if (issue.code !== 'unrecognized_keys')
      return [source.problemAt(path, issueWords(issue, valueAt(source.data, path), kind))];
    const known = settingsAt(schema, inner);
    return issue.keys.map((key) => {
      const usual = `is not a setting of a ${kind.holds}: remove it or correct its spelling${meant(key, known)}`;
      return source.problemAt([...path, key], elseWhere?.(key, path) ?? usual);
    });
  });
}

function issueWords(issue: Issue, value: unknown, { holds, compareWith }: YamlKind): string {
  if (!VALIDATORS_OWN.test(issue.message)) return issue.message;
  const start = value === undefined ? 'is missing: add it, it is' : 'must be';
  switch (issue.code) {
    case 'invalid_type': {
      const words = `${start} ${KINDS[issue.expected] ?? issue.expected}`;
      return value === undefined ? words : `${words}, but ${kindOf(value)} stands here`;
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      return `${start} one of ${values.join(', ')}${typeof value === 'string' ? meant(value, values) : ''}`;
    }
    case 'too_small':
      return issue.origin === 'array'
        ? `must have at least ${issue.minimum} entry`
        : 'must not be empty: write something here';
    default:
      return `cannot stand here: compare with ${compareWith ?? `a ${holds} that comes with Clearway`}`;
  }
}

/** What stands there, without its value. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of settings';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'a number' : String(value);
}

function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  );
}

/** Names of the settings that may stand at a place, under any of its alternatives. */
function settingsAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  switch (def.type) {
    case 'object': {
      if (key === undefined) return Object.keys(def.shape);
      const part = def.shape[key];
      return part === undefined ? [] : settingsAt(part, rest);
    }
    case 'array':
      return key === undefined ? [] : settingsAt(def.element, rest);
    case 'record':
      return key === undefined ? [] : settingsAt(def.valueType, rest);
    case 'union':
      return def.options.flatMap((each) => settingsAt(each, path));
    case 'intersection':
      return [...settingsAt(def.left, path), ...settingsAt(def.right, path)];
    case 'pipe':
      return settingsAt(def.in, path);
    case 'lazy':
      return settingsAt(def.getter(), path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return settingsAt(def.innerType, path);
    default:
      return [];
  }
}
