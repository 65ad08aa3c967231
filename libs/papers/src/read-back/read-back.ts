import {
  PdfReadError,
  readPdf,
  type ReadElement,
  type ReadField,
  type ReadPage,
  type ReadPdf,
  type StructureProblem,
  type TextProblem,
} from '@clearway/pdf-reading';
import { footOf } from '../paper/furniture';
import { courtFieldsOf, tableHead, type CourtField, type Paper } from '../paper/paper';
import { canonicalText, sameText } from './canonical-text';
import { meantElements, type MeantElement } from './meant-elements';

/** How a finished file can differ from what was meant. */
export type DifferenceKind =
  | TextProblem
  | StructureProblem
  | 'unreadable'
  | 'text-differs'
  | 'reading-order-differs'
  | 'structure-differs'
  | 'page-foot-differs'
  | 'page-head-differs'
  | 'line-numbers-differ'
  | 'fields-differ'
  | 'title-differs';

export interface Difference {
  readonly kind: DifferenceKind;
  /** From 1; 0 where it concerns the file as a whole. */
  readonly page: number;
  /** Which paper of the file, from 0; -1 where it concerns the file as a whole. */
  readonly paper: number;
}

/**
 * Reads a finished file back, by code that shares nothing with what drew it, and compares it with what was meant: every
 * element with every character, in reading order and in the order of the pages; line numbers, heads that stand again, the
 * foot of each page; the live fields; title and language. Empty when nothing differs.
 */
export function readBack(paper: Paper, bytes: Uint8Array): readonly Difference[] {
  return readBackFile([paper], paper, bytes, false);
}

/** The same for a file that holds several papers one after another. */
export function readBackVolume(
  papers: readonly Paper[],
  volume: { readonly title: string; readonly language: string },
  bytes: Uint8Array,
): readonly Difference[] {
  return readBackFile(papers, volume, bytes, true);
}

function readBackFile(
  papers: readonly Paper[],
  { title, language }: { readonly title: string; readonly language: string },
  bytes: Uint8Array,
  volume: boolean,
): readonly Difference[] {
  let file: ReadPdf;
  try {
    file = readPdf(bytes);
  } catch (error) {
    if (error instanceof PdfReadError) return [{ kind: 'unreadable', page: 0, paper: -1 }];
    throw error;
  }
  const { structure } = file;
  const differences: Difference[] = [...file.problems, ...structure.problems].map((kind) => ({ kind, page: 0, paper: -1 }));
  if (file.title !== title || file.language !== language) differences.push({ kind: 'title-differs', page: 0, paper: -1 });
  for (const paper of differentFields(papers, file.fields)) differences.push({ kind: 'fields-differ', page: 0, paper });
  const { difference, firstPages } = compareElements(papers, structure.elements, volume);
  if (difference) return [...differences, difference];
  papers.forEach((paper, i) => {
    const pages = file.pages.slice(firstPages[i], firstPages[i + 1]);
    for (const each of comparePages(paper, pages, firstPages[i] as number)) differences.push({ ...each, paper: i });
  });
  return differences;
}

interface Compared {
  readonly difference?: Difference;
  /** The page on which each paper begins, from 0. */
  readonly firstPages: readonly number[];
}

/** Holds the elements of the file against those that were meant, one by one. */
function compareElements(papers: readonly Paper[], elements: readonly ReadElement[], volume: boolean): Compared {
  const firstPages: number[] = [];
  let at = 1;
  const fail = (kind: DifferenceKind, page: number): Compared => ({ difference: { kind, page: page + 1, paper: index }, firstPages });
  let index = -1;
  let page = 0;
  let mark = -1;
  if (elements[0]?.role !== 'Document') return fail('structure-differs', -1);
  for (const [i, paper] of papers.entries()) {
    index = i;
    let first = true;
    const base = volume ? 2 : 1;
    if (volume) {
      const section = elements[at++];
      if (section?.role !== 'Sect' || section.depth !== 2 || section.title !== paper.title)
        return fail('structure-differs', page);
    }
    for (const meant of meantElements(paper)) {
      const element = elements[at++];
      if (!element) return fail('text-differs', page);
      if (!sameElement(meant, element, base))
        return fail(
          element.role === meant.role && element.depth === meant.depth + base
            ? 'text-differs'
            : differenceOf(meant, element),
          Math.max(page, element.page),
        );
      if (element.page < 0) continue;
      if (first) firstPages.push(element.page);
      if (element.page < page || (element.page === page && element.mark <= mark))
        return fail('reading-order-differs', element.page);
      first = false;
      page = element.page;
      mark = element.mark;
    }
    if (first) firstPages.push(firstPages.length === 0 ? 0 : page + 1);
  }
  return at === elements.length ? { firstPages } : fail('text-differs', page);
}

function differenceOf(meant: MeantElement, element: ReadElement): DifferenceKind {
  return meant.text !== '' && canonicalText(meant.text) === canonicalText(element.text)
    ? 'structure-differs'
    : 'text-differs';
}

function sameElement(meant: MeantElement, element: ReadElement, base: number): boolean {
  if (
    element.role !== meant.role ||
    element.depth !== meant.depth + base ||
    element.annotations !== (meant.annotations ?? 0) ||
    element.scope !== (meant.scope ?? '')
  )
    return false;
  return element.text === meant.text || sameText(element.text, meant.text);
}

/** What stands beside the content of a paper's pages, and that its content is drawn in the order in which it is read. */
function comparePages(paper: Paper, pages: readonly ReadPage[], first: number): readonly Omit<Difference, 'paper'>[] {
  const heads = new Set(
    paper.blocks.flatMap((block) =>
      block.kind === 'table' ? [canonicalText(tableHead(block.columns).join(' '))] : [],
    ),
  );
  const numbers = paper.layout === 'pleading' ? LINE_NUMBERS : '';
  for (const [i, page] of pages.entries()) {
    const beside = { Footer: '', Header: '', '': '' };
    let mark = -1;
    for (const { text, artifact, mark: own } of page.texts) {
      if (artifact === 'Footer' || artifact === 'Header' || artifact === '') beside[artifact] += `${text} `;
      else if (artifact !== undefined) return [{ kind: 'text-untagged', page: first + i + 1 }];
      else if (own < mark) return [{ kind: 'reading-order-differs', page: first + i + 1 }];
      else mark = own;
    }
    if (canonicalText(beside.Footer) !== canonicalText(footOf(paper, i + 1, pages.length).join(' ')))
      return [{ kind: 'page-foot-differs', page: first + i + 1 }];
    if (beside.Header !== '' && !heads.has(canonicalText(beside.Header)))
      return [{ kind: 'page-head-differs', page: first + i + 1 }];
    if (beside[''].trimEnd() !== numbers) return [{ kind: 'line-numbers-differ', page: first + i + 1 }];
  }
  return [];
}

/** Rule 2.108, on every page of pleading paper. */
const LINE_NUMBERS = Array.from({ length: 28 }, (_, i) => String(i + 1)).join(' ');

/** Papers whose live fields are not those that they must have; -1 for fields that belong to none. */
function differentFields(papers: readonly Paper[], found: readonly ReadField[]): readonly number[] {
  const byName = new Map(found.map((field) => [field.name, field]));
  let wanted = 0;
  const different = papers.flatMap((paper, i) => {
    const own = courtFieldsOf(paper);
    wanted += own.length;
    return own.every((field) => sameField(field, byName.get(field.name))) ? [] : [i];
  });
  if (different.length > 0) return different;
  return wanted === found.length && byName.size === found.length ? [] : [-1];
}

function sameField(field: CourtField, match: ReadField | undefined): boolean {
  if (!match || match.kind !== field.kind) return false;
  const untouched = match.value === '' || match.value === 'Off';
  const states = match.widgets.flatMap((widget) => widget.states);
  return (
    untouched &&
    match.tooltip !== '' &&
    states.join() === field.states.join() &&
    match.widgets.every((widget) => widget.appearance && widget.page >= 0)
  );
}
