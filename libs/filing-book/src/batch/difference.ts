import { type CourtUpdateRow } from '@clearway/court-exchange';
import { canonicalJson } from '../events/chain';
import { type BatchDifference, type MadeLine } from '../events/event';
import { madeLines, saidBy } from './line-identity';

export const NO_DIFFERENCE: BatchDifference = { added: [], removed: [], changed: [], files: [] };

export function isDifferent({ added, removed, changed, files }: BatchDifference): boolean {
  return added.length + removed.length + changed.length + files.length > 0;
}

/** How many lines two batches have in common, and which are only in one of them or say something else. By hashes alone. */
export interface LinesCompared {
  readonly shared: number;
  /** Refs of the later batch. */
  readonly added: readonly string[];
  /** Refs of the earlier batch. */
  readonly removed: readonly string[];
  readonly changed: readonly { readonly ref: string; readonly to: string }[];
}

export function compareLines(before: Iterable<MadeLine>, after: Iterable<MadeLine>): LinesCompared {
  const later = new Map([...after].map((line) => [line.key, line]));
  const removed: string[] = [];
  const changed: { ref: string; to: string }[] = [];
  let shared = 0;
  for (const line of before) {
    const other = later.get(line.key);
    later.delete(line.key);
    if (!other) removed.push(line.ref);
    else {
      shared += 1;
      if (other.row !== line.row) changed.push({ ref: line.ref, to: other.ref });
    }
  }
  return { shared, added: [...later.values()].map(({ ref }) => ref), removed, changed };
}

/** A line that says something else than before, field by field. */
export interface ChangedLine {
  readonly before: CourtUpdateRow;
  readonly after: CourtUpdateRow;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface RowsCompared {
  readonly added: readonly CourtUpdateRow[];
  readonly removed: readonly CourtUpdateRow[];
  readonly changed: readonly ChangedLine[];
}

/** The same from the rows themselves, with the values: what a person is shown, and what the book never keeps. */
export function compareRows(before: readonly CourtUpdateRow[], after: readonly CourtUpdateRow[]): RowsCompared {
  const old = new Map(before.map((row) => [row.ref, row]));
  const present = new Map(after.map((row) => [row.ref, row]));
  const { added, removed, changed } = compareLines(madeLines(before), madeLines(after));
  return {
    added: added.flatMap((ref) => present.get(ref) ?? []),
    removed: removed.flatMap((ref) => old.get(ref) ?? []),
    changed: changed.flatMap(({ ref, to }): ChangedLine[] => {
      const [one, other] = [old.get(ref), present.get(to)];
      return one && other ? [{ before: one, after: other, fields: fieldsOf(one, other) }] : [];
    }),
  };
}

/** As the book keeps it: refs and names of fields. */
export function differenceOfRows({ added, removed, changed }: RowsCompared): BatchDifference {
  return {
    added: added.map(({ ref }) => ref),
    removed: removed.map(({ ref }) => ref),
    changed: changed.map(({ before, fields }) => ({ ref: before.ref, fields: fields.map(({ field }) => field) })),
    files: [],
  };
}

function fieldsOf(before: CourtUpdateRow, after: CourtUpdateRow): ChangedLine['fields'] {
  const [old, present] = [saidBy(before), saidBy(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(present)])].sort();
  return names
    .filter((field) => canonicalJson(old[field] ?? null) !== canonicalJson(present[field] ?? null))
    .map((field) => ({ field, before: shown(old[field]), after: shown(present[field]) }));
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : value === undefined ? '' : String(value);
}
