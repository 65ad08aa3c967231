import { type Furniture } from '../rap-sheet';

const BY_RULE: readonly (readonly [RegExp, Furniture])[] = [
  [/^$/, 'blank'],
  [/^[*\s.,\u00b7-]*END OF MESSAGE[*\s.,\u00b7-]*$/, 'end-of-message'],
  [/^(?:PAGE:? *\d+(?: *(?:OF|\/) *\d+)?|\d+ OF \d+|- *\d+ *-)$/, 'page-header'],
  [/^ROUTE\b.{0,60}$/, 'page-header'],
  [/^(?:HTTPS?|FILE):\/\/\S*(?: +\d+\/\d+)?$/, 'page-header'],
  [/^\d{1,2}\/\d{1,2}\/\d{2,4},? +\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?$/, 'page-header'],
  [/^[-_=]+$/, 'separator'],
];

/** Lines that the state prints before the person; they say nothing about anybody. */
const HEADER = [
  /^RE: *QH[A-Z]\..*DATE: *\d{8}(?: *TIME: *[\d:]+)?$/,
  /^RE: *QH[A-Z]\.[\w.-]*$/,
  /^DATE: *\d{8}(?: *TIME: *[\d:]+)?$/,
  /^RESTRICTED *- *DO NOT USE FOR EMPLOYMENT, *LICENSING OR CERTIFICATION PURPOSES$/,
  /^ATTN:.{0,60}$/,
  /^\*\* *PALM PRINT ON FILE AT DOJ FOR ADDITIONAL INFORMATION PLEASE E-$/,
  /^MAIL PALM\.PRINT@DOJ\.CA\.GOV$/,
  /^III CALIFORNIA ONLY SOURCE RECORD$/,
  /^(?:III )?MULTIPLE SOURCE RECORD$/,
  /^\*\* *LIVE SCAN$/,
];

/** What a line is that says nothing about anybody, anywhere in a sheet. Undefined for every other. */
export function furnitureOf(text: string): Furniture | undefined {
  return BY_RULE.find(([pattern]) => pattern.test(text))?.[1];
}

/** Is it one of the lines before the person? */
export function isSheetHeader(text: string): boolean {
  return HEADER.some((pattern) => pattern.test(text));
}

/** The asterisks of a line that has nothing else but marks between them; 0 for every other line. */
export function starsOf(text: string): number {
  return /^[*\s.,\u00b7\u2022]*$/.test(text) ? (text.match(/\*/g)?.length ?? 0) : 0;
}

/** `- - - -` between two events, stray quotes allowed. */
export function isEventBoundary(text: string): boolean {
  return /^[-\s"'.,\u2018\u2019\u201c\u201d]+$/.test(text) && (text.match(/-/g)?.length ?? 0) >= 2;
}

const PAGE_OF = /^PAGE:? *(\d{1,4}) *(?:OF|\/) *(\d{1,4})$/;

/** Pages that headers of pages count and that no header has; those before the first header may go without one. */
export function missingPages(texts: readonly string[]): readonly number[] {
  const found = texts.flatMap((text) => {
    const match = PAGE_OF.exec(text);
    return match ? [{ page: Number(match[1]), of: Number(match[2]) }] : [];
  });
  const first = found[0]?.page ?? 0;
  const last = Math.max(0, ...found.map(({ page, of }) => Math.max(page, of)));
  const seen = new Set(found.map(({ page }) => page));
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + 1 + i).filter((page) => !seen.has(page));
}
