import { isMap, isScalar, LineCounter, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type PaperLayout } from '../paper/paper';
import { nearest } from './nearest';
import { PAPER_IDS, paperKind, type PaperId } from './paper-kinds';
import { type Approval } from './template';
import { type Place, type Problems, SourceText } from './template-problems';

export interface FrontMatter {
  readonly paper: PaperId;
  readonly version: number;
  readonly layout: PaperLayout;
  readonly language: 'en-US';
  readonly approved?: Approval;
  readonly title: SourceText;
}

const FIELDS = ['paper', 'version', 'title', 'layout', 'language', 'approved'] as const;
type Field = (typeof FIELDS)[number];

/**
 * Reads what stands between the two lines `---` at the top of a template. `undefined` when the paper is not known; other
 * problems are noted and reading goes on.
 * @param text without the lines `---`; its first line is line 2 of the file
 */
export function readFrontMatter(text: string, problems: Problems): FrontMatter | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
  for (const error of document.errors)
    problems.add(placeAt(error.pos[0]), 'the head is not YAML: look at colons, quotes and indentation');
  if (document.errors.length > 0) return undefined;
  if (!isMap(document.contents)) {
    problems.add({ line: 1, column: 1 }, `the head has to have ${FIELDS.join(', ')}`);
    return undefined;
  }
  return new HeadReader(document.contents, placeAt, problems).read();
}

class HeadReader {
  constructor(
    private readonly head: YAMLMap,
    private readonly placeAt: (offset: number) => Place,
    private readonly problems: Problems,
  ) {}

  read(): FrontMatter | undefined {
    this.closed(this.head, FIELDS);
    const paper = this.choice('paper', PAPER_IDS);
    const version = Number(this.text('version') ?? '1');
    if (!Number.isInteger(version) || version < 1)
      this.problems.add(this.place('version'), 'version has to be a whole number from 1');
    const layout = this.choice('layout', paper ? paperKind(paper).layouts : ['pleading', 'exhibit', 'sheet']);
    this.choice('language', ['en-US']);
    const title = this.title();
    const approved = this.approval();
    if (!paper || !layout) return undefined;
    return { paper, version, layout, language: 'en-US', title, ...(approved ? { approved } : {}) };
  }

  private closed(map: YAMLMap, fields: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (fields.includes(name)) continue;
      const place = this.placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
      this.problems.add(place, `the head has no "${name}"; the nearest known is "${nearest(name, fields)}"`);
    }
  }

  private scalar(field: Field): Scalar | undefined {
    const node = this.head.get(field, true);
    return isScalar(node) ? node : undefined;
  }

  private place(field: Field): Place {
    const node = this.scalar(field);
    return node?.range ? this.placeAt(node.range[0]) : { line: 1, column: 1 };
  }

  private text(field: Field): string | undefined {
    const value = this.scalar(field)?.value;
    if (value !== undefined && value !== null && value !== '') return String(value);
    this.problems.add({ line: 1, column: 1 }, `the head has to have "${field}"`);
    return undefined;
  }

  private choice<Choice extends string>(field: Field, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const found = choices.find((each) => each === text);
    if (found === undefined)
      this.problems.add(
        this.place(field),
        `${field} "${text}" is not known; it is one of ${choices.join(', ')}, and the nearest is "${nearest(text, choices)}"`,
      );
    return found;
  }

  private title(): SourceText {
    const text = this.text('title') ?? '';
    const node = this.scalar('title');
    const quoted = node?.type === 'QUOTE_DOUBLE' || node?.type === 'QUOTE_SINGLE' ? 1 : 0;
    const { line, column } = this.place('title');
    return new SourceText([{ text, line, column: column + quoted }]);
  }

  private approval(): Approval | undefined {
    const node = this.head.get('approved', true);
    if (isScalar(node) && node.value === 'none') return undefined;
    if (!isMap(node)) {
      const words = 'approved has to be none, or { by: NAME, on: YYYY-MM-DD }';
      this.problems.add(this.place('approved'), words);
      return undefined;
    }
    this.closed(node, ['by', 'on']);
    const by = String(node.get('by') ?? '');
    const on = String(node.get('on') ?? '');
    const place = this.placeAt(node.range?.[0] ?? 0);
    if (by === '') this.problems.add(place, 'approved has to say who: { by: NAME, on: YYYY-MM-DD }');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) this.problems.add(place, 'approved has to say when, as YYYY-MM-DD');
    return { by, on };
  }
}
