import { type AuthorityBook } from './authorities';
import { type Scope } from './scope';
import { type Condition, type Inline } from './template';
import { type Place, type Problems, type SourceText } from './template-problems';

/** What the words of a template are read with. */
export interface Reading {
  readonly problems: Problems;
  readonly authorities: AuthorityBook;
}

/** Reads `{#if [not] name}`; `undefined`, with the problem noted, when the name cannot be asked for. */
export function readCondition(text: string, place: Place, scope: Scope, { problems }: Reading): Condition | undefined {
  const match = /^#if\s+(not\s+)?(\S+)$/.exec(text);
  if (!match) {
    problems.add(place, `write {#if name} or {#if not name}, not {${text}}`);
    return undefined;
  }
  const meaning = scope.meaningOf(match[2] ?? '');
  const not = match[1] !== undefined;
  if (meaning.kind === 'field') return { name: { field: meaning.field }, not };
  if (meaning.kind === 'value') return { name: meaning.name, not };
  problems.add(place, meaning.words);
  return undefined;
}

/** Reads `{#each name}`; `undefined`, with the problem noted, when it is no list. */
export function readEach(text: string, place: Place, scope: Scope, { problems }: Reading): Scope | undefined {
  const name = text.slice('#each'.length).trim();
  const meaning = scope.meaningOf(name);
  if (scope.inEach) problems.add(place, 'an {#each} within another is not possible: close the first with {/each}');
  else if (meaning.kind === 'unknown') problems.add(place, meaning.words);
  else if (meaning.kind === 'field' || meaning.definition.kind !== 'list')
    problems.add(place, `{#each ${name}}: ${name} is not a list`);
  else return scope.within(meaning.name);
  return undefined;
}

export function eachName(text: string): string {
  return text.slice('#each'.length).trim();
}

/** Reads values, conditions, references and emphasis of one line or paragraph. Problems are noted, and reading goes on. */
export function readInline(source: SourceText, scope: Scope, reading: Reading): readonly Inline[] {
  return new InlineReader(source, reading).readAll(scope);
}

type Until = '' | '*' | '**' | 'if' | 'each';

class InlineReader {
  private at = 0;
  private readonly open: Until[] = [];

  constructor(
    private readonly source: SourceText,
    private readonly reading: Reading,
  ) {}

  readAll(scope: Scope): readonly Inline[] {
    return this.read('', 0, scope);
  }

  private problem(index: number, words: string): void {
    this.reading.problems.add(this.source.placeOf(index), words);
  }

  /** Up to what closes `until`, which stays unread; to the end, with a problem, when nothing does. */
  private read(until: Until, from: number, scope: Scope): Inline[] {
    const { text } = this.source;
    const inner: Inline[] = [];
    let words = '';
    const flush = (): void => {
      if (words !== '') inner.push({ kind: 'text', text: words });
      words = '';
    };
    this.open.push(until);
    while (this.at < text.length) {
      const character = text[this.at] ?? '';
      if (character === '\\' && /[\\{}*]/.test(text[this.at + 1] ?? '')) {
        words += text[this.at + 1] ?? '';
        this.at += 2;
      } else if (character === '*' && this.isMark()) {
        const mark = text.startsWith('**', this.at) ? '**' : '*';
        if (mark === until && /\S/.test(text[this.at - 1] ?? ' ')) break;
        flush();
        inner.push(this.styled(mark, scope));
      } else if (character === '{') {
        const end = text.indexOf('}', this.at);
        const name = end < 0 ? '' : text.slice(this.at + 1, end).trim();
        if (end < 0) {
          this.problem(this.at, 'this brace is not closed: write } after the name, or \\{ for a brace');
          this.at = text.length;
        } else if (/^(:else|\/if|\/each)$/.test(name)) {
          if (this.closes(name, until, from)) break;
          this.at = end + 1;
        } else {
          flush();
          this.at = end + 1;
          const read = this.directive(name, end - name.length - 1, scope);
          if (read) inner.push(read);
        }
      } else {
        if (character === '}') this.problem(this.at, 'a brace is closed that was not opened: write \\} for a brace');
        words += character;
        this.at += 1;
      }
    }
    flush();
    this.open.pop();
    if (this.at >= text.length && until !== '') this.unclosed(until, from);
    return inner;
  }

  /** A star with blanks on both sides is a star. */
  private isMark(): boolean {
    const { text } = this.source;
    const after = text[this.at + (text.startsWith('**', this.at) ? 2 : 1)] ?? ' ';
    return /\S/.test(text[this.at - 1] ?? ' ') || /\S/.test(after);
  }

  private unclosed(until: Until, from: number): void {
    const words =
      until === 'if' || until === 'each'
        ? `this {#${until}} is not closed: write {/${until}} where it ends`
        : `this emphasis is not closed: write ${until} where it ends, or \\* for a star`;
    this.problem(from, words);
  }

  /** Whether `{:else}`, `{/if}` or `{/each}` ends what is being read. */
  private closes(name: string, until: Until, from: number): boolean {
    const wanted: Until = name === '/each' ? 'each' : 'if';
    if (until === wanted) return true;
    if (this.open.includes(wanted)) {
      this.unclosed(until, from);
      return true;
    }
    this.problem(this.at, `{${name}} without an {#${wanted}} before it`);
    return false;
  }

  private styled(mark: '*' | '**', scope: Scope): Inline {
    const from = this.at;
    this.at += mark.length;
    const inner = this.read(mark, from, scope);
    if (this.source.text.startsWith(mark, this.at)) this.at += mark.length;
    return { kind: 'styled', style: mark === '*' ? 'italic' : 'bold', inner };
  }

  private directive(name: string, from: number, scope: Scope): Inline | undefined {
    if (name.startsWith('#if')) return this.condition(name, from, scope);
    if (name.startsWith('#each')) return this.each(name, from, scope);
    if (/^block\s*:/.test(name)) {
      this.problem(from, `{${name}} has to stand alone on its line`);
      return undefined;
    }
    const cite = /^cite\s*:\s*(.*)$/.exec(name);
    if (cite) {
      const found = this.reading.authorities.cite(cite[1] ?? '');
      if (typeof found !== 'string') return { kind: 'cite', runs: found };
      this.problem(from, found);
      return undefined;
    }
    return this.value(name, from, scope);
  }

  private value(name: string, from: number, scope: Scope): Inline | undefined {
    const meaning = scope.meaningOf(name);
    if (meaning.kind === 'field') return meaning;
    if (meaning.kind === 'unknown') this.problem(from, meaning.words);
    else if (meaning.definition.kind === 'list')
      this.problem(from, `{${name}} is a list: write {#each ${name}} … {/each}`);
    else if (meaning.definition.kind === 'yes-no')
      this.problem(from, `{${name}} is yes or no: write {#if ${name}} … {/if}`);
    else return { kind: 'value', name: meaning.name };
    return undefined;
  }

  private condition(name: string, from: number, scope: Scope): Inline | undefined {
    const condition = readCondition(name, this.source.placeOf(from), scope, this.reading);
    const yes = this.read('if', from, scope);
    let no: readonly Inline[] = [];
    if (this.take(':else')) no = this.read('if', from, scope);
    if (this.isAt(':else')) this.problem(this.at, 'a second {:else}: a condition has one');
    this.take('/if');
    return condition && { kind: 'if', condition, yes, no };
  }

  private each(name: string, from: number, scope: Scope): Inline | undefined {
    const inside = readEach(name, this.source.placeOf(from), scope, this.reading);
    const inner = this.read('each', from, inside ?? scope);
    this.take('/each');
    const meaning = inside && scope.meaningOf(eachName(name));
    return meaning?.kind === 'value' ? { kind: 'each', name: meaning.name, inner } : undefined;
  }

  private isAt(name: string): boolean {
    return new RegExp(`^\\{\\s*${name}\\s*\\}`).test(this.source.text.slice(this.at));
  }

  private take(name: string): boolean {
    if (!this.isAt(name)) return false;
    this.at = this.source.text.indexOf('}', this.at) + 1;
    return true;
  }
}
