import { PdfReadError, readPdf, type ReadField, type ReadPage, type TextProblem } from '@clearway/pdf-reading';
import { footOf } from '../paper/furniture';
import { courtFieldsOf, tableHead, textOf, type CourtField, type Paper } from '../paper/paper';
import { canonicalText } from './canonical-text';

/** How a finished file can differ from what was meant. */
export type DifferenceKind = TextProblem | 'unreadable' | 'text-differs' | 'page-foot-differs' | 'fields-differ' | 'title-differs';

export interface Difference {
  readonly kind: DifferenceKind;
  /** From 1; 0 where it concerns the file as a whole. */
  readonly page: number;
}

/**
 * Reads a finished file back, by code that shares nothing with what drew it, and compares it with what was meant: every
 * character of every page, the foot of each page, the live fields, title and language. Empty when nothing differs.
 */
export function readBack(paper: Paper, bytes: Uint8Array): readonly Difference[] {
  const file = open(bytes);
  if (file === undefined) return [{ kind: 'unreadable', page: 0 }];
  const differences: Difference[] = file.problems.map((kind) => ({ kind, page: 0 }));
  if (file.title !== paper.title || file.language !== paper.language) differences.push({ kind: 'title-differs', page: 0 });
  if (!sameFields(courtFieldsOf(paper), file.fields)) differences.push({ kind: 'fields-differ', page: 0 });
  return [...differences, ...compareText(paper, file.pages)];
}

/** A difference in a file of several papers; `paper` is its index, -1 where it concerns the file as a whole. */
export interface VolumeDifference extends Difference {
  readonly paper: number;
}

/**
 * The same for a file of several papers. `pages`: how many each takes; were it wrong, text or feet would differ.
 */
export function readBackVolume(papers: readonly Paper[], pages: readonly number[], title: string, bytes: Uint8Array): readonly VolumeDifference[] {
  const file = open(bytes);
  if (file === undefined) return [{ kind: 'unreadable', page: 0, paper: -1 }];
  const found: VolumeDifference[] = file.problems.map((kind) => ({ kind, page: 0, paper: -1 }));
  if (file.title !== title || (papers[0] && file.language !== papers[0].language)) found.push({ kind: 'title-differs', page: 0, paper: -1 });
  const fields = new Map<string, ReadField[]>();
  for (const field of file.fields) fields.set(field.name, [...(fields.get(field.name) ?? []), field]);
  let fieldsMeant = 0;
  let at = 0;
  for (const [i, paper] of papers.entries()) {
    const own = file.pages.slice(at, at + (pages[i] ?? 0));
    at += own.length;
    const wanted = courtFieldsOf(paper);
    fieldsMeant += wanted.length;
    if (!sameFields(wanted, wanted.flatMap(({ name }) => fields.get(name) ?? []))) found.push({ kind: 'fields-differ', page: 0, paper: i });
    for (const each of compareText(paper, own)) found.push({ ...each, paper: i });
  }
  if (at !== file.pages.length) found.push({ kind: 'text-differs', page: 0, paper: -1 });
  if (fieldsMeant !== file.fields.length) found.push({ kind: 'fields-differ', page: 0, paper: -1 });
  return found;
}

function open(bytes: Uint8Array): ReturnType<typeof readPdf> | undefined {
  try {
    return readPdf(bytes);
  } catch (error) {
    if (error instanceof PdfReadError) return undefined;
    throw error;
  }
}

function compareText(paper: Paper, pages: readonly ReadPage[]): readonly Difference[] {
  const meant = canonicalText(paper.blocks.flatMap(textOf).join(' '));
  const heads = paper.blocks.flatMap((block) => (block.kind === 'table' ? [canonicalText(tableHead(block.columns).join(' '))] : []));
  let at = 0;
  for (const [i, page] of pages.entries()) {
    const number = i + 1;
    const foot = canonicalText(footOf(paper, number, pages.length).join(' '));
    const drawn = canonicalText(page.texts.map(({ text }) => text).join(' '));
    if (!drawn.endsWith(foot)) return [{ kind: 'page-foot-differs', page: number }];
    let body = drawn.slice(0, drawn.length - foot.length);
    const repeated = heads.find((head) => body.startsWith(head) && !meant.startsWith(head, at));
    if (repeated !== undefined) body = body.slice(repeated.length);
    if (!meant.startsWith(body, at)) return [{ kind: 'text-differs', page: number }];
    at += body.length;
  }
  return at === meant.length ? [] : [{ kind: 'text-differs', page: pages.length }];
}

function sameFields(wanted: readonly CourtField[], found: readonly ReadField[]): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((field) => {
      const matches = found.filter(({ name }) => name === field.name);
      const [match] = matches;
      if (!match || matches.length !== 1 || match.kind !== field.kind) return false;
      const untouched = match.value === '' || match.value === 'Off';
      const states = match.widgets.flatMap((widget) => widget.states);
      return untouched && match.tooltip !== '' && states.join() === field.states.join() && match.widgets.every((widget) => widget.appearance && widget.page >= 0);
    })
  );
}
