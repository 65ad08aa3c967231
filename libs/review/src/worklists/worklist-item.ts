import { CORRECTION_FIELDS, type CorrectionField, correctionKey } from '@clearway/record';
import { readCsv } from '@clearway/spreadsheets';
import { ReviewError } from '../errors';

/** One value to find: a row of `data_quality_rows.csv`, or several that one value mends. */
export interface WorklistItem {
  readonly kind: string;
  readonly person: string;
  readonly name: string;
  readonly ciis: string;
  readonly subjectIds: string;
  readonly source: string;
  /** The count; '' where the defect is the whole person's. */
  readonly key: string;
  readonly charge: string;
  readonly court: string;
  readonly caseNumbers: string;
  readonly what: string;
  readonly wanted: string;
  /** Fields that may be corrected, the likeliest first, with what the record says; none: no value mends it. */
  readonly fields: readonly { readonly field: CorrectionField; readonly now: string }[];
  /** Convictions that it keeps from relief. */
  readonly kept: readonly string[];
}

const COLUMNS = [
  'Person',
  'Name',
  'CII',
  'Subject ID',
  'File',
  'Line',
  'Count',
  'Charge',
  'Court',
  'Case Number',
  'Kind',
  'In Words',
  'Field',
  'Recorded Now',
  'Or Field',
  'Or Recorded Now',
  'Value Wanted',
  'Which',
] as const;

/**
 * Reads `data_quality_rows.csv` into what is to be found, by kind: most convictions helped first, else in the order of people. A value that
 * several rows lack stands once. Throws a ReviewError when the file is of another version.
 */
export function readWorklists(text: string): ReadonlyMap<string, readonly WorklistItem[]> {
  const byPlace = new Map<string, WorklistItem>();
  let at: ReadonlyMap<string, number> | undefined;
  for (const { fields } of readCsv(text)) {
    if (!at) {
      at = headsOf(fields);
      continue;
    }
    const heads = at;
    const item = itemOf((column) => asWritten(fields[heads.get(column) ?? -1] ?? ''));
    const [first] = item.fields;
    const place = JSON.stringify([
      item.kind,
      item.person,
      first ? correctionKey(first.field, item.key) : item.key,
      first?.field,
    ]);
    const before = byPlace.get(place);
    byPlace.set(place, before ? { ...before, kept: [...new Set([...before.kept, ...item.kept])] } : item);
  }
  if (!at) headsOf([]);
  const byKind = new Map<string, WorklistItem[]>();
  for (const item of byPlace.values()) {
    const items = byKind.get(item.kind);
    if (items) items.push(item);
    else byKind.set(item.kind, [item]);
  }
  for (const items of byKind.values()) items.sort((a, b) => b.kept.length - a.kept.length);
  return byKind;
}

function headsOf(fields: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map(fields.map((head, i) => [head.replace(/^\uFEFF/, ''), i]));
  if (COLUMNS.every((column) => at.has(column))) return at;
  throw new ReviewError(
    'fix.not-a-defects-file',
    'data_quality_rows.csv lacks columns that a worklist needs: it was written by another version; run clearway analyze again',
  );
}

function itemOf(cell: (column: (typeof COLUMNS)[number]) => string): WorklistItem {
  const fields = [
    [cell('Field'), cell('Recorded Now')] as const,
    [cell('Or Field'), cell('Or Recorded Now')] as const,
  ].flatMap(([name, now]) => {
    const field = CORRECTION_FIELDS.find((each) => each === name);
    return field ? [{ field, now }] : [];
  });
  return {
    kind: cell('Kind'),
    person: cell('Person'),
    name: cell('Name'),
    ciis: cell('CII'),
    subjectIds: cell('Subject ID'),
    source: [cell('File'), /^\d+$/.test(cell('Line')) ? `line ${cell('Line')}` : cell('Line')]
      .filter((each) => each !== '')
      .join(', '),
    key: cell('Count'),
    charge: cell('Charge'),
    court: cell('Court'),
    caseNumbers: cell('Case Number'),
    what: cell('In Words'),
    wanted: cell('Value Wanted'),
    fields,
    kept: cell('Which') === '' ? [] : cell('Which').split('; '),
  };
}

/** Without the apostrophe that keeps a spreadsheet program from running a text. */
function asWritten(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
