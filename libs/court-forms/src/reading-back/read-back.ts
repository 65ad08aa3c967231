import { canonicalText, FilledPdf, PdfReadError, type ByteSource, type FilledPage } from '@clearway/pdf-reading';
import { type FaultKind, type FileInfo, type FillFault, type Filling } from '../filling/filling';
import { attachmentHeading } from '../filling/layout/attachment-pages';
import { type FormField, type LoadedForm } from '../filling/master/loaded-form';
import { compareLive } from './compare-live';
import { compareSlots, type PageFindings } from './compare-slots';

/**
 * Reads a finished file back, by code that shares nothing with what wrote it, and compares every filing with what was
 * meant. The pages are read in one pass. `fillings`: the place by which a fault names it, and the filing. A fault of position -1 concerns the whole file.
 */
export function readBack(
  form: LoadedForm,
  source: ByteSource,
  info: FileInfo,
  fillings: Iterable<readonly [number, Filling]>,
): readonly FillFault[] {
  const faults: FillFault[] = [];
  const whole = (kind: FaultKind): void => void faults.push({ filing: -1, kind, field: '', tooltip: '' });
  try {
    const file = new FilledPdf(source);
    if (file.title !== info.title || file.language !== (info.language ?? form.language) || file.unwanted.length > 0)
      whole('file-differs');
    if (!file.tagged) whole('tags-missing');
    const pages = new Pages(file);
    const tops = form.live.filter(({ parent }) => parent < 0).length;
    let roots = 0;
    for (const [filing, filling] of fillings) {
      roots += filling.fieldPrefix === '' ? tops : Math.min(tops, 1);
      readFiling(
        form,
        pages,
        info,
        filling,
        (kind, field) => void faults.push({ filing, kind, field: field?.name ?? '', tooltip: field?.tooltip ?? '' }),
      );
    }
    if (pages.peek() !== undefined) whole('stray-content');
    if (roots !== file.rootCount) whole('live-field-differs');
  } catch (error) {
    if (!(error instanceof PdfReadError)) throw error;
    whole('unreadable');
  }
  return faults;
}

/** The pages of a file, with a look at the next one; a page that cannot be read stands for itself. */
class Pages {
  private readonly pages: Generator<() => FilledPage>;
  private next: FilledPage | 'unreadable' | undefined;

  constructor(file: FilledPdf) {
    this.pages = file.pages();
    this.advance();
  }

  peek(): FilledPage | 'unreadable' | undefined {
    return this.next;
  }

  take(): FilledPage | 'unreadable' | undefined {
    const page = this.next;
    this.advance();
    return page;
  }

  private advance(): void {
    const { done, value } = this.pages.next();
    this.next = done ? undefined : orUnreadable(value);
  }
}

function orUnreadable<T>(read: () => T): T | 'unreadable' {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfReadError) return 'unreadable';
    throw error;
  }
}

function readFiling(
  form: LoadedForm,
  pages: Pages,
  info: FileInfo,
  filling: Filling,
  fault: (kind: FaultKind, field?: FormField) => void,
): void {
  const found: PageFindings = { faults: [], references: new Map() };
  form.pages.forEach((expected, i) => {
    const page = pages.take();
    if (page === undefined) return fault('page-missing');
    const [left = 0, bottom = 0, right = 0, top = 0] = expected.mediaBox;
    const read = orUnreadable(() => {
      if (page === 'unreadable') throw new PdfReadError('a page of a filing is broken');
      if (
        page.contents < 1 ||
        page.contents > 2 ||
        page.hash(0) !== expected.contentSha256 ||
        page.width !== right - left ||
        page.height !== top - bottom
      )
        return fault('form-differs');
      compareSlots(form, i, page, filling.values, found);
      found.faults.push(...compareLive(form, i, page, filling.fieldPrefix));
    });
    if (read === 'unreadable') fault('unreadable');
  });
  const first = form.pages[0]?.contentSha256;
  const attached: FilledPage[] = [];
  for (let next = pages.peek(); next !== undefined; next = pages.peek()) {
    const page = next;
    if (page === 'unreadable' || orUnreadable(() => page.hash(0)) === first) break;
    attached.push(page);
    pages.take();
  }
  if (orUnreadable(() => attachmentsAgree(attached, found, info, filling)) !== true)
    fault('attachment-differs', [...found.references.values()][0]);
  for (const { kind, field } of found.faults) fault(kind, field);
}

function attachmentsAgree(
  attached: readonly FilledPage[],
  { references }: PageFindings,
  info: FileInfo,
  { values, caption = [] }: Filling,
): boolean {
  if (references.size === 0) return attached.length === 0;
  const meant = [`Attachment to ${info.title}`, ...caption];
  for (let number = 1; number <= references.size; number++) {
    const field = references.get(number);
    if (!field) return false;
    meant.push(attachmentHeading(number, field.tooltip), values[field.name] ?? '');
  }
  const marks = attached.flatMap((page) => (page.contents === 1 ? page.play(0).map((mark) => ({ mark, page })) : []));
  if (
    marks.some(
      ({ mark, page }) =>
        mark.unprinted ||
        mark.mark < 0 ||
        page.roleOf(mark.mark) === '' ||
        mark.texts.some(({ x, y, width }) => x < 0 || y < 0 || x + width > page.width),
    )
  )
    return false;
  return (
    canonicalText(marks.flatMap(({ mark }) => mark.texts.map(({ text }) => text)).join(' ')) ===
    canonicalText(meant.join(' '))
  );
}
