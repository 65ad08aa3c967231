import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { CourtProfileError } from './errors';

export type YamlPath = readonly (string | number)[];

/** A file as data, and where its parts stand. */
export interface YamlText {
  readonly data: unknown;
  /** Line of the deepest part of the path that the file has. */
  readonly lineOf: (path: YamlPath) => number;
}

/** Throws a CourtProfileError with every place where the text is not YAML. */
export function readYamlText(file: string, text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new CourtProfileError(
      document.errors.map(({ pos, code }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        path: '',
        words: WORDS[code] ?? 'not readable as YAML: check quotes, brackets, colons and the indentation around here',
      })),
    );
  }
  const lineOf = (path: YamlPath): number => {
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
  };
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), lineOf };
  } catch {
    const words = 'one part of the file refers to another (& and *): write the settings out';
    throw new CourtProfileError([{ file, line: 0, path: '', words }]);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a setting stands twice: keep one of the two',
  TAB_AS_INDENT: 'a tab stands in the indentation: use spaces',
  BAD_INDENT: 'the indentation does not fit: settings that belong together begin in the same column',
};
