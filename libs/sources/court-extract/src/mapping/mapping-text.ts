import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { ExtractError } from '../errors';

/** A mapping's file as data, and where its parts stand. */
export interface MappingText {
  readonly data: unknown;
  /** Line of the deepest part of the path that the file has. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

const YAML_WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a setting stands twice: keep one of the two',
  TAB_AS_INDENT: 'a tab stands in the indentation: use spaces',
  BAD_INDENT: 'the indentation does not fit: settings that belong together begin in the same column',
  MULTILINE_IMPLICIT_KEY:
    'a quote or a bracket is not closed, or a colon is missing: check this line and the one before',
  BLOCK_AS_IMPLICIT_KEY: 'two settings stand on one line: put each on its own, or values with a colon in quotes',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing: check this line and the one before',
  MULTIPLE_DOCS: 'the file holds several documents (---): keep one mapping in a file',
};

/** Throws an ExtractError with the lines when the text is not YAML. */
export function readMappingText(text: string): MappingText {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true });
  const problems = document.errors.map(({ code, pos }) => ({
    line: lines.linePos(pos[0]).line,
    path: '',
    words: `not readable as YAML: ${YAML_WORDS[code] ?? 'check the quotes, brackets, colons and the indentation of this line and the one before'}`,
  }));
  if (problems.length > 0) throw new ExtractError('extract.mapping-unreadable', problems);
  return { data: dataOf(document), lineOf: (path) => lineOf(document, lines, path) };
}

function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    const words = 'one part of the file refers to another (& and *): write the settings out';
    throw new ExtractError('extract.mapping-unreadable', [{ line: 0, path: 'the mapping', words }]);
  }
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const parent = document.getIn(part.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(part[length - 1]))
      : undefined;
    const node = pair && isNode(pair.key) ? pair.key : document.getIn(part, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
