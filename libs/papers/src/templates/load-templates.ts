import { createHash } from 'node:crypto';
import { AuthorityBook, readAuthorities } from './authorities';
import { nearest } from './nearest';
import { PAPER_IDS, type PaperId } from './paper-kinds';
import { type PaperWords, readWords } from './paper-words';
import { readTemplate, type TemplateFile } from './read-template';
import { type Template } from './template';
import { TemplateError, type TemplateProblem } from './template-problems';
import { SHIPPED_TEXTS } from './templates.generated';

/** Words, templates and cases that belong together: all that is said in papers. */
export interface TemplateSet {
  readonly templates: Readonly<Record<PaperId, Template>>;
  readonly words: PaperWords;
  readonly authorities: AuthorityBook;
  /** SHA-256 of every file of the set, those of the office and those that came with Clearway. */
  readonly sha256: string;
  /** Names of the files that are the office's own. */
  readonly own: readonly string[];
}

/** The files that come with Clearway: one per paper, the words that papers share, the cases. */
export function shippedTemplateFiles(): readonly TemplateFile[] {
  return Object.entries(SHIPPED_TEXTS).map(([name, text]) => ({ name, text }));
}

const shipped: { set?: TemplateSet } = {};
let last: { readonly files: readonly TemplateFile[]; readonly set: TemplateSet } | undefined;

/**
 * The templates that come with Clearway, with those of an office in their places. Throws a TemplateError with every problem of
 * every file. The same files give the same set without being read again.
 */
export function loadTemplates(files: readonly TemplateFile[] = []): TemplateSet {
  if (files.length === 0) return (shipped.set ??= readSet([]));
  if (last && sameFiles(last.files, files)) return last.set;
  const set = readSet(files);
  last = { files, set };
  return set;
}

function sameFiles(a: readonly TemplateFile[], b: readonly TemplateFile[]): boolean {
  return (
    a === b || (a.length === b.length && a.every(({ name, text }, i) => b[i]?.name === name && b[i]?.text === text))
  );
}

function readSet(own: readonly TemplateFile[]): TemplateSet {
  const texts = new Map(Object.entries(SHIPPED_TEXTS));
  const problems: TemplateProblem[] = [];
  const seen = new Set<string>();
  const known = [...texts.keys()];
  for (const { name, text } of own) {
    const at = { file: name, line: 1, column: 1 };
    if (!texts.has(name))
      problems.push({
        ...at,
        words: `no paper has a template of this name; the nearest known is ${nearest(name, known)}`,
      });
    if (seen.has(name)) problems.push({ ...at, words: 'this file is given twice: keep one' });
    seen.add(name);
    if (known.includes(name)) texts.set(name, text.replace(/\r\n?/g, '\n'));
  }
  const attempt = <Result>(read: () => Result, otherwise: Result): Result => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(...error.problems);
      return otherwise;
    }
  };
  const textOf = (name: string): string => texts.get(name) ?? '';
  const authorities = attempt(
    () => readAuthorities('authorities.yaml', textOf('authorities.yaml')),
    new AuthorityBook([]),
  );
  const words = attempt<PaperWords | undefined>(() => readWords('words.yaml', textOf('words.yaml')), undefined);
  const templates: Partial<Record<PaperId, Template>> = {};
  for (const paper of PAPER_IDS) {
    const name = `${paper}.md`;
    const read = readTemplate({ name, text: textOf(name) }, authorities);
    if ('template' in read) templates[paper] = read.template;
    else problems.push(...read.problems);
  }
  if (problems.length > 0 || !words || !isWhole(templates)) throw new TemplateError(problems);
  return { templates, words, authorities, sha256: hashOf(texts), own: [...seen].sort() };
}

function isWhole(templates: Partial<Record<PaperId, Template>>): templates is Record<PaperId, Template> {
  return PAPER_IDS.every((paper) => templates[paper] !== undefined);
}

function hashOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update('clearway templates\n');
  for (const name of [...texts.keys()].sort()) hash.update(JSON.stringify([name, texts.get(name)]));
  return hash.digest('hex');
}
