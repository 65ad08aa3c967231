import { readCharge } from '@clearway/record';
import { type Field, REPEATABLE } from '../mapping/fields';
import { dayOf } from './guess-dates';
import { type GuessedLayout } from './guess-layout';
import { chargeOfName, fieldOfName } from './known-headers';

export interface GuessedColumn {
  /** `column: Name`, `number: 3` or `from: 1, width: 12`. */
  readonly place: string;
  readonly as: Field;
  readonly charge?: string;
  /** How it was found. */
  readonly by: 'its name' | 'its values' | 'nothing';
  /** Distinct values of the sample, the most frequent first. */
  readonly values: readonly (readonly [string, number])[];
}

const MOSTLY = 0.8;

/** A field for each column, by its name, else by its values. */
export function guessColumns(layout: GuessedLayout): readonly GuessedColumn[] {
  const width =
    layout.format === 'fixed'
      ? layout.columns.length
      : Math.max(layout.names.length, ...layout.sample.map(({ cells }) => cells.length));
  const taken = new Set<Field>();
  const claim = (field: Field | undefined): Field | undefined => {
    if (field === undefined || (taken.has(field) && !REPEATABLE.has(field))) return undefined;
    taken.add(field);
    return field;
  };
  // Names go first: what values look like must not take a field from a column that is called so.
  const byName = Array.from({ length: width }, (_, i) => {
    const name = layout.names[i] ?? '';
    return chargeOfName(name) !== undefined ? claim('count') : claim(fieldOfName(name));
  });
  return byName.flatMap((named, i): GuessedColumn[] => {
    const name = layout.names[i] ?? '';
    const values = valuesOf(layout, i);
    const place = placeOf(layout, i, name);
    if (place === undefined) return [];
    const charge = named === 'count' ? chargeOfName(name) : undefined;
    if (named !== undefined)
      return [{ place, as: named, by: 'its name', values, ...(charge === undefined ? {} : { charge }) }];
    const valued = claim(
      fieldOfValues(
        values.flatMap(([text, times]) => Array.from({ length: times }, () => text)),
        taken,
      ),
    );
    return [{ place, as: valued ?? 'ignore', by: valued === undefined ? 'nothing' : 'its values', values }];
  });
}

function placeOf({ format, columns, header }: GuessedLayout, i: number, name: string): string | undefined {
  if (format === 'fixed') return `from: ${columns[i]?.from ?? 1}, width: ${columns[i]?.width ?? 1}`;
  if (header === 0) return `number: ${i + 1}`;
  return name === '' ? undefined : `column: ${JSON.stringify(name)}`;
}

function valuesOf({ sample }: GuessedLayout, i: number): GuessedColumn['values'] {
  const counts = new Map<string, number>();
  for (const { cells } of sample) {
    const text = (cells[i]?.text ?? '').trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function fieldOfValues(texts: readonly string[], taken: ReadonlySet<Field>): Field | undefined {
  if (texts.length === 0) return undefined;
  const mostly = (test: (text: string) => boolean): boolean => texts.filter(test).length >= texts.length * MOSTLY;
  if (mostly((text) => /^A\d{7,8}$/i.test(text))) return 'cii';
  if (mostly((text) => dayOf(text) !== 0)) {
    const years = texts.map((text) => Math.trunc(dayOf(text) / 10000)).sort();
    // People are born long before they are convicted.
    const old = (years[Math.floor(years.length / 2)] ?? 0) < 1985;
    return old && !taken.has('birth-date') ? 'birth-date' : 'disposition-date';
  }
  if (mostly((text) => /\d{3}/.test(text) && readCharge(text).problem === undefined)) return 'charge';
  if (mostly((text) => /^[\p{L}' .-]+, ?[\p{L}' .-]+$/u.test(text))) return 'name';
  if (mostly((text) => /^(?:HS|PC|VC|BP|H&S)$/i.test(text))) return 'code';
  if (mostly((text) => /^[FMI]$|^FEL|^MISD|^INFR/i.test(text)))
    return taken.has('severity') ? 'class-of-charge' : 'severity';
  // Words of courts for what was done differ: half of them is enough.
  if (texts.filter((text) => /GUILTY|NOLO|DISM|CONVICT/i.test(text)).length * 2 >= texts.length) return 'disposition';
  if (mostly((text) => /\d{4}/.test(text) && /^[A-Z0-9 -]{5,20}$/i.test(text))) return 'case-number';
  return undefined;
}
