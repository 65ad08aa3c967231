import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type FileProblem } from './problem';

/** Names of settings and places in lists (from 0), from the outside in. */
export type YamlPath = readonly (string | number)[];

/** One kind of file, as its messages name it, and the error that refuses it. */
export interface YamlKind {
  /** What one file holds: `policy`. */
  readonly holds: string;
  /** `YAML` unless another is named; JSON is read by the same reader. */
  readonly format?: string;
  /** What else is said where one part refers to another. */
  readonly whyNoReferences?: string;
  /** What to compare with; one of the kind that comes with Clearway unless another is named. */
  readonly compareWith?: string;
  /** How places in lists are counted in the paths of problems; from 0 unless it says otherwise. */
  readonly firstInList?: 0 | 1;
  /** The error with the kind's own dotted code for a text that is no YAML. */
  readonly unreadable: (problems: readonly FileProblem[]) => Error;
}

/** A file as data, and where its parts stand. */
export interface YamlWithLines {
  readonly data: unknown;
  /** Line of the deepest part of the path that the file has, from 1. */
  readonly lineOf: (path: YamlPath) => number;
  /** The same with the column, from 1. */
  readonly placeOf: (path: YamlPath) => { readonly line: number; readonly column: number };
  readonly problemAt: (path: YamlPath, words: string) => FileProblem;
}

/** Codes of the YAML reader, with the cure. */
const YAML_WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a setting stands twice: keep one of the two',
  TAB_AS_INDENT: 'a tab stands in the indentation: use spaces',
  BAD_INDENT: 'the indentation does not fit: settings that belong together begin in the same column',
  MULTILINE_IMPLICIT_KEY:
    'a quote or a bracket is not closed, or a colon is missing: check this line and the one before',
  BLOCK_AS_IMPLICIT_KEY: 'two settings stand on one line: put each on its own, or values with a colon in quotes',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing: check this line and the one before',
};
const OTHER_WORDS = 'check the quotes, brackets, colons and the indentation of this line and the one before';

/** Reads a text. Throws the kind's own error, with every line, when it is not YAML. */
export function readYaml(text: string, kind: YamlKind): YamlWithLines {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw kind.unreadable(
      document.errors.map(({ code, pos }) => ({
        line: lines.linePos(pos[0]).line,
        path: '',
        words: `not readable as ${kind.format ?? 'YAML'}: ${yamlWords(code, kind)}`,
      })),
    );
  }
  const placeOf: YamlWithLines['placeOf'] = (path) => {
    const offset = offsetOf(document, path);
    if (offset === undefined) return { line: 1, column: 1 };
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const lineOf = (path: YamlPath): number => placeOf(path).line;
  const problemAt = (path: YamlPath, words: string): FileProblem => {
    const printed = path.map((each) => (typeof each === 'number' ? each + (kind.firstInList ?? 0) : each)).join('.');
    return { line: lineOf(path), path: printed || `the ${kind.holds}`, words };
  };
  return { data: dataOf(document, kind), lineOf, placeOf, problemAt };
}

function yamlWords(code: string, { holds }: YamlKind): string {
  if (code === 'MULTIPLE_DOCS') return `the file holds several documents (---): keep one ${holds} in a file`;
  return YAML_WORDS[code] ?? OTHER_WORDS;
}

function dataOf(document: Document, { holds, whyNoReferences, unreadable }: YamlKind): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    const why = whyNoReferences === undefined ? '' : `, ${whyNoReferences}`;
    const words = `one part of the file refers to another (& and *): write the settings out${why}`;
    throw unreadable([{ line: 0, path: `the ${holds}`, words }]);
  }
}

/** A setting stands where its name does, an entry of a list where it begins. */
function offsetOf(document: Document, path: YamlPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const parent = document.getIn(part.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(part[length - 1]))
      : undefined;
    const node = pair && isNode(pair.key) ? pair.key : document.getIn(part, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}
