import { ExtractError, type ExtractProblem } from '../errors';
import { issueWords } from './issue-words';
import { readMappingText } from './mapping-text';
import { nearestName } from './nearest';
import { type MappingFile, mappingFile } from './schema';
import { SHIPPED_MAPPING_TEXTS } from './shipped.generated';

/** How one court's export is read: data, checked. */
export type Mapping = MappingFile;

const SETTINGS = Object.keys(mappingFile.shape);

/** The mappings that come with Clearway, by name. */
export function shippedMappings(): readonly string[] {
  return Object.keys(SHIPPED_MAPPING_TEXTS);
}

/** The text of a shipped mapping, to begin one's own with. Throws an ExtractError that lists them. */
export function shippedMappingText(name: string): string {
  const text = Object.hasOwn(SHIPPED_MAPPING_TEXTS, name) ? SHIPPED_MAPPING_TEXTS[name] : undefined;
  if (text !== undefined) return text;
  const near = nearestName(name, shippedMappings());
  const words = `there is no mapping of this name${near === undefined ? '' : `; did you mean ${near}?`}: use ${shippedMappings().join(', ')}, or give a file`;
  throw new ExtractError('extract.mapping-unknown', [{ line: 0, path: 'mapping', words }]);
}

/** Reads a mapping (YAML). Throws an ExtractError with every problem at once, each with its line and the cure. */
export function readMapping(text: string): Mapping {
  const source = readMappingText(text);
  const result = mappingFile.safeParse(source.data);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue): ExtractProblem[] => {
    const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
    if (issue.code !== 'unrecognized_keys')
      return [problemAt(path, issueWords(issue, valueAt(source.data, path)), source.lineOf(path))];
    return issue.keys.map((key) => {
      const near = nearestName(key, path.length === 0 ? SETTINGS : COLUMN_SETTINGS);
      const words = `is not a setting of a mapping: remove it or correct its spelling${near === undefined ? '' : `; did you mean ${near}?`}`;
      return problemAt([...path, key], words, source.lineOf([...path, key]));
    });
  });
  throw new ExtractError(
    'extract.mapping-invalid',
    problems.sort((a, b) => a.line - b.line),
  );
}

const COLUMN_SETTINGS = [
  'column',
  'number',
  'from',
  'width',
  'as',
  'charge',
  'cell',
  'class',
  'dates',
  'blank',
  'digits',
];

function problemAt(path: readonly (string | number)[], words: string, line: number): ExtractProblem {
  // People count from 1.
  const printed = path.map((each) => (typeof each === 'number' ? each + 1 : each)).join('.');
  return { line, path: printed || 'the mapping', words };
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  );
}
