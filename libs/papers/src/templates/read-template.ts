import { type AuthorityBook } from './authorities';
import { readFrontMatter } from './front-matter';
import { paperKind } from './paper-kinds';
import { type MetBlock, PassageReader } from './read-passages';
import { readInline, type Reading } from './read-inline';
import { Scope } from './scope';
import { type Template } from './template';
import { Problems, type TemplateProblem } from './template-problems';

/** A file of templates, as an office keeps it in a folder. */
export interface TemplateFile {
  /** Without folders, `motion-bulk.md`. */
  readonly name: string;
  readonly text: string;
}

/** A template, or every problem that keeps it from being one. */
export type ReadTemplate = { readonly template: Template } | { readonly problems: readonly TemplateProblem[] };

/** Reads one template: its head, its words, and whether it has everything that its paper has to have. */
export function readTemplate({ name, text }: TemplateFile, authorities: AuthorityBook): ReadTemplate {
  const problems = new Problems(name);
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) {
    problems.add({ line: 1, column: 1 }, 'a template begins with its head between two lines ---');
    return { problems: problems.sorted() };
  }
  const head = readFrontMatter(lines.slice(1, end).join('\n'), problems);
  const reading: Reading = { problems, authorities };
  const scope = Scope.outermost();
  const title = head ? readInline(head.title, scope, reading) : [];
  const { passages, met } = PassageReader.read(lines.slice(end + 1).join('\n'), end + 2, scope, reading);
  if (head && head.paper !== name.replace(/\.md$/, ''))
    problems.add({ line: 1, column: 1 }, `the template of ${head.paper} has to be in a file ${head.paper}.md`);
  if (head) whatIsMissing(head.paper, met, scope, problems);
  if (!head || problems.found.length > 0) return { problems: problems.sorted() };
  const { title: _title, ...rest } = head;
  return { template: { ...rest, title, body: passages } };
}

function whatIsMissing(paper: Template['paper'], met: readonly MetBlock[], scope: Scope, problems: Problems): void {
  const { blocks, values } = paperKind(paper);
  const top = { line: 1, column: 1 };
  for (const block of blocks) {
    const own = met.filter(({ name }) => name === block);
    const [first] = own;
    if (!first) problems.add(top, `${paper} has to have {block: ${block}}`);
    else if (own.every(({ conditional }) => conditional))
      problems.add(
        first.place,
        `${paper} has to have {block: ${block}} in every case: take it out of {#if} and {#each}`,
      );
    for (const { place } of own.slice(1)) problems.add(place, `${paper} can have {block: ${block}} once only`);
  }
  for (const value of values)
    if (!scope.used.has(value)) problems.add(top, `${paper} has to say {${value}}, and the template does not name it`);
}
