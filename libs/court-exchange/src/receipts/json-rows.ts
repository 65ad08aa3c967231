import { courtDay } from '../reading/court-day';
import { type CourtColumns, type CourtRow } from '../reading/court-table';
import { nearest } from '../reading/nearest';
import { type ExchangeProblem } from '../reading/problem';

/**
 * The entries of a JSON file as rows: an array, or an object with the array under `lines`, `receipts` or `rows`. An object's own
 * texts (`batch`, `on`) hold for every entry that has none. An entry is counted from 1 as its line.
 */
export function jsonRows<Head extends string>(
  bytes: Uint8Array,
  file: string,
  columns: CourtColumns<Head>,
  problems: ExchangeProblem[],
): readonly CourtRow<Head>[] {
  const note = (line: number, column: string, cure: string, near = ''): void =>
    void problems.push({ file, line, column, cure, nearest: near });
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch {
    note(1, 'file', 'is not whole JSON: send it again, whole');
    return [];
  }
  const outer = isObject(read) ? read : {};
  const entries = Array.isArray(read)
    ? read
    : ['lines', 'receipts', 'rows'].map((name) => outer[name]).find(Array.isArray);
  if (!Array.isArray(entries)) {
    note(1, 'file', 'holds no list: write {"batch": ..., "lines": [{"ref": ..., "answer": ..., "on": ...}]}');
    return [];
  }
  return entries.flatMap((entry: unknown, i): CourtRow<Head>[] => {
    if (!isObject(entry)) {
      note(i + 1, 'entry', 'is no object: write {"ref": ..., "answer": ..., "on": ...}');
      return [];
    }
    return [jsonRow({ ...outer, ...entry }, i + 1, columns, note)];
  });
}

function jsonRow<Head extends string>(
  entry: Readonly<Record<string, unknown>>,
  line: number,
  columns: CourtColumns<Head>,
  note: (line: number, column: string, cure: string, nearest?: string) => void,
): CourtRow<Head> {
  const values = new Map<Head, string>();
  const heads = Object.keys(columns) as Head[];
  for (const [name, value] of Object.entries(entry)) {
    const head = heads.find((each) => [each as string, ...columns[each]].some((other) => plain(other) === plain(name)));
    // Another name counts only where the value does not stand under its own.
    if (head === undefined || (plain(head) !== plain(name) && head in entry)) continue;
    if (typeof value === 'string' || typeof value === 'number') values.set(head, String(value).trim());
    else if (value !== null) note(line, head, 'is neither text nor number');
  }
  const text = (head: Head): string => values.get(head) ?? '';
  const problem = (head: Head | 'row', cure: string, near = ''): void =>
    note(
      line,
      head,
      cure,
      near ||
        (head !== 'row' && text(head) === ''
          ? nearest(
              head,
              Object.keys(entry).filter((name) => !heads.includes(name as Head)),
            )
          : ''),
    );
  const day = (head: Head): number => {
    if (text(head) === '') return 0;
    const found = courtDay(text(head));
    if (found === 0) problem(head, 'write a day of the calendar, such as 2026-12-01');
    return found;
  };
  return { line, text, day, problem, isNumber: () => false };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
