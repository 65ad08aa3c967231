import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { PolicyError } from './errors';
import { yamlWords } from './issue-words';

/** A policy file as data, and where its parts stand. JSON is read by the same reader: it is YAML too. */
export interface PolicyText {
  readonly data: unknown;
  /** Line of the deepest part of the path that the file has. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Throws a PolicyError with the line when the text is neither YAML nor JSON. */
export function readPolicyText(text: string): PolicyText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new PolicyError(
      'policy.unreadable',
      document.errors.map((each) => ({
        line: lines.linePos(each.pos[0]).line,
        path: '',
        words: yamlWords(each.code),
      })),
    );
  }
  return { data: dataOf(document), lineOf: (path) => lineOf(document, lines, path) };
}

function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    const words = 'one part of the file refers to another (& and *): write the settings out, so that whoever approves them reads them';
    throw new PolicyError('policy.unreadable', [{ line: 0, path: 'the policy', words }]);
  }
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const parent = document.getIn(part.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find((each) => isNode(each.key) && String(each.key) === String(part[length - 1]))
      : undefined;
    const node = pair && isNode(pair.key) ? pair.key : document.getIn(part, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
