import { nearest } from './nearest';
import { NAMED_BLOCKS, type NamedBlock } from './paper-kinds';
import { eachName, readCondition, readEach, readInline, type Reading } from './read-inline';
import { type Scope } from './scope';
import { type Inline, type Passage } from './template';
import { type Place, SourceText } from './template-problems';

interface Line extends Place {
  readonly text: string;
}

/** A named block as it was met: one that a paper has to have may not hang on a condition. */
export interface MetBlock {
  readonly name: NamedBlock;
  readonly place: Place;
  readonly conditional: boolean;
}

/** Markdown that other tools know and templates do not: said, so that nobody finds it on a paper. */
const NOT_TAKEN: readonly (readonly [RegExp, string])[] = [
  [/^#{4,}\s/, 'headings have one to three #'],
  [/^#+[^\s#]/, 'write a blank after the # of a heading'],
  [/^[*+]\s/, 'write list items with "- "'],
  [/^(```|~~~)/, 'code blocks are not possible in a paper'],
  [/^\|/, 'tables are not written in Markdown: {block: table} makes the one of the filing'],
  [/^([-*])(\s*\1){2,}$/, 'rules across the page are not possible'],
  [/^<\/?[a-z]/i, 'HTML is not possible; a note to yourself stands between <!-- and -->'],
  [/!?\[[^\]]*\]\([^)]*\)/, 'links and images are not possible in a paper'],
];

/** Reads the body of a template: headings, paragraphs, lists, quotes, conditions, named blocks. */
export class PassageReader {
  private at = 0;
  readonly met: MetBlock[] = [];

  private constructor(
    private readonly lines: readonly Line[],
    private readonly reading: Reading,
  ) {}

  /** @param firstLine number of the body's first line in its file */
  static read(
    body: string,
    firstLine: number,
    scope: Scope,
    reading: Reading,
  ): { readonly passages: readonly Passage[]; readonly met: readonly MetBlock[] } {
    const lines = withoutNotes(body)
      .split('\n')
      .map((text, i) => ({ text: text.trimEnd(), line: firstLine + i, column: 1 }));
    const reader = new PassageReader(lines, reading);
    const passages = [...reader.readAll(scope)];
    return { passages, met: reader.met };
  }

  private *readAll(scope: Scope): Iterable<Passage> {
    while (this.at < this.lines.length) {
      yield* this.readUntil(scope, false);
      const stray = this.lines[this.at];
      if (!stray) return;
      const name = directiveOf(stray.text) ?? '';
      const wanted = name === '/each' ? '#each' : '#if';
      this.reading.problems.add(stray, `{${name}} without an {${wanted}} before it`);
      this.at += 1;
    }
  }

  /** Up to `{:else}`, `{/if}` or `{/each}`, which stay unread. */
  private readUntil(scope: Scope, conditional: boolean): Passage[] {
    const passages: Passage[] = [];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at] as Line;
      const directive = directiveOf(line.text);
      if (line.text.trim() === '') this.at += 1;
      else if (directive === undefined) passages.push(this.words(line, scope));
      else if (/^(:else|\/if|\/each)$/.test(directive)) break;
      else {
        const passage = this.directive(directive, line, scope, conditional);
        if (passage) passages.push(passage);
      }
    }
    return passages;
  }

  private directive(directive: string, line: Line, scope: Scope, conditional: boolean): Passage | undefined {
    this.at += 1;
    if (directive.startsWith('#if')) return this.condition(directive, line, scope);
    if (directive.startsWith('#each')) return this.each(directive, line, scope);
    return this.named(directive.replace(/^block\s*:\s*/, ''), line, scope, conditional);
  }

  private condition(directive: string, line: Line, scope: Scope): Passage | undefined {
    const condition = readCondition(directive, line, scope, this.reading);
    const yes = this.readUntil(scope, true);
    let no: Passage[] = [];
    if (this.take(':else')) no = this.readUntil(scope, true);
    if (this.take(':else')) this.problem(this.at - 1, 'a second {:else}: a condition has one');
    if (!this.take('/if')) this.reading.problems.add(line, 'this {#if} is not closed: write {/if} where it ends');
    return condition && { kind: 'if', condition, yes, no };
  }

  private each(directive: string, line: Line, scope: Scope): Passage | undefined {
    const inside = readEach(directive, line, scope, this.reading);
    const inner = this.readUntil(inside ?? scope, true);
    if (!this.take('/each')) this.reading.problems.add(line, 'this {#each} is not closed: write {/each} where it ends');
    const meaning = inside && scope.meaningOf(eachName(directive));
    return meaning?.kind === 'value' ? { kind: 'each', name: meaning.name, inner } : undefined;
  }

  private take(directive: string): boolean {
    const line = this.lines[this.at];
    if (!line || directiveOf(line.text) !== directive) return false;
    this.at += 1;
    return true;
  }

  private problem(index: number, words: string): void {
    this.reading.problems.add(this.lines[index] ?? { line: 1, column: 1 }, words);
  }

  private named(name: string, line: Line, scope: Scope, conditional: boolean): Passage | undefined {
    const known = Object.keys(NAMED_BLOCKS) as NamedBlock[];
    const block = known.find((each) => each === name);
    if (!block) {
      const words = `there is no block {block: ${name}}; the nearest known one is {block: ${nearest(name, known)}}`;
      this.reading.problems.add(line, words);
    }
    const shape: Readonly<Record<string, 'once' | 'any'>> = block ? NAMED_BLOCKS[block] : {};
    const parts: Record<string, (readonly Inline[])[]> = {};
    for (const { part, source, place } of this.partLines()) {
      const words = readInline(source, scope, this.reading);
      if (!block) continue;
      const takes = Object.keys(shape);
      if (!takes.includes(part)) {
        const cure = takes.length === 0 ? 'it takes none' : `the nearest known one is "${nearest(part, takes)}"`;
        this.reading.problems.add(place, `{block: ${block}} has no part "${part}"; ${cure}`);
      } else if (shape[part] === 'once' && parts[part]) {
        this.reading.problems.add(place, `{block: ${block}} has the part "${part}" once only`);
      } else (parts[part] ??= []).push(words);
    }
    if (!block) return undefined;
    for (const [part, times] of Object.entries(shape))
      if (times === 'once' && !parts[part])
        this.reading.problems.add(line, `{block: ${block}} has to have a line "${part}: …" below it`);
    this.met.push({ name: block, place: line, conditional });
    return { kind: 'named', name: block, parts };
  }

  /** The lines `part: words` below a block, up to an empty line; indented lines go on. */
  private *partLines(): Iterable<{ readonly part: string; readonly source: SourceText; readonly place: Place }> {
    let current: { part: string; pieces: Line[] } | undefined;
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] as Line;
      if (line.text.trim() === '' || directiveOf(line.text) !== undefined) break;
      const head = /^([a-z][a-z-]*):\s*/.exec(line.text);
      if (/^\s/.test(line.text) && current) current.pieces.push(dropped(line, /^\s*/));
      else if (head) {
        if (current) yield partOf(current);
        current = { part: head[1] ?? '', pieces: [dropped(line, /^[a-z-]+:\s*/)] };
      } else
        this.reading.problems.add(line, 'below a block stand its parts, each as "part: words"; then an empty line');
    }
    if (current) yield partOf(current);
  }

  /** A heading, or a paragraph, item or quote with the lines that go on with it. */
  private words(first: Line, scope: Scope): Passage {
    for (const [shape, words] of NOT_TAKEN) if (shape.test(first.text)) this.reading.problems.add(first, words);
    this.at += 1;
    const inline = (pieces: readonly Line[]): readonly Inline[] =>
      readInline(new SourceText(pieces), scope, this.reading);
    const heading = /^(#{1,3})\s+/.exec(first.text);
    if (heading)
      return {
        kind: 'heading',
        level: heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3,
        words: inline([dropped(first, /^#+\s+/)]),
      };
    const marker = MARKERS.find(({ shape }) => shape.test(first.text));
    const pieces = [dropped(first, marker?.shape ?? /^\s*/)];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at] as Line;
      if (line.text.trim() === '' || directiveOf(line.text) !== undefined || /^#{1,3}\s/.test(line.text)) break;
      const next = MARKERS.find(({ shape }) => shape.test(line.text));
      if (next && !(next.kind === 'quote' && marker?.kind === 'quote')) break;
      pieces.push(dropped(line, next?.shape ?? /^\s*/));
      this.at += 1;
    }
    const words = inline(pieces);
    if (marker?.kind === 'item' || marker?.kind === 'quote') return { kind: marker.kind, words };
    return { kind: 'paragraph', numbered: marker?.kind === 'numbered', words };
  }
}

const MARKERS = [
  { kind: 'numbered', shape: /^\d+\.\s+/ },
  { kind: 'item', shape: /^-\s+/ },
  { kind: 'quote', shape: /^>\s*/ },
] as const;

function dropped(line: Line, head: RegExp): Line {
  const length = head.exec(line.text)?.[0].length ?? 0;
  return { text: line.text.slice(length), line: line.line, column: line.column + length };
}

function partOf({ part, pieces }: { part: string; pieces: Line[] }): {
  part: string;
  source: SourceText;
  place: Place;
} {
  return { part, source: new SourceText(pieces), place: { line: pieces[0]?.line ?? 1, column: 1 } };
}

/** What stands between the braces of a line that holds nothing else and steers; `{value}` alone is a paragraph. */
function directiveOf(line: string): string | undefined {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(line)?.[1]?.trim();
  return inner !== undefined && /^(#if\b|#each\b|:else$|\/if$|\/each$|block\s*:)/.test(inner) ? inner : undefined;
}

/** Notes between `<!--` and `-->` become blanks: what stays keeps its line and column. */
function withoutNotes(body: string): string {
  return body.replace(/<!--[\s\S]*?-->/g, (note) => note.replace(/[^\n]/g, ' '));
}
