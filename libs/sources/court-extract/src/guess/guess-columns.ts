import { readCharge } from '@clearway/record';
import { type Field, REPEATABLE } from '../mapping/fields';
import { numberedColumns } from './numbered-headers';
import { plainName } from '../mapping/nearest';
import { dayOf, isDateField } from './guess-dates';
import { type GuessedLayout } from './guess-layout';
import { chargeOfName, fieldOfName, isOfOthers, isOtherDay, KNOWN_DISPOSITIONS, saysNothing } from './known-headers';

export interface GuessedColumn {
  /** `column: Name`, `number: 3` or `from: 1, width: 12`. */
  readonly place: string;
  readonly as: Field;
  readonly charge?: string;
  /** The one count of the row of which the column is. */
  readonly count?: number;
  /** Its name where the mapping tells it by its place; empty where it has none. */
  readonly label: string;
  /** How it was found. */
  readonly by: 'its name' | 'its values' | 'nothing';
  /** Distinct values of the sample, the most frequent first. */
  readonly values: readonly (readonly [string, number])[];
}

const MOSTLY = 0.8;

/**
 * A field for each column: what its name says; where that says nothing, what its values look like.
 *
 * @param doubts gets the fields for which two columns stand: the first has it until a person decides
 */
export function guessColumns(layout: GuessedLayout, doubts: string[] = []): readonly GuessedColumn[] {
  const width =
    layout.format === 'fixed'
      ? layout.columns.length
      : Math.max(layout.names.length, ...layout.sample.map(({ cells }) => cells.length));
  const claims = new Claims((i) => layout.names[i] || `column ${i + 1}`, doubts);
  const numbered = numberedColumns(layout.names);
  // Names go first: what values look like must not take a field from a column that is called so.
  const byName = Array.from({ length: width }, (_, i) => {
    const name = layout.names[i] ?? '';
    const own = numbered.get(i);
    if (own) return { named: own.field, has: claims.claim(own.field, i, true, own.count) };
    const field = chargeOfName(name) !== undefined ? 'count' : fieldOfName(name);
    return { named: field, has: claims.claim(field, i, true) };
  });
  const columns = byName.flatMap(({ named, has }, i): GuessedColumn[] => {
    const name = layout.names[i] ?? '';
    const values = valuesOf(layout, i);
    const place = placeOf(layout, i, name);
    if (place === undefined) return [];
    const label = place.startsWith('column:') ? '' : name.replace(/\s+/g, ' ');
    const charge = has === 'count' ? chargeOfName(name) : undefined;
    const count = numbered.get(i)?.count;
    if (has !== undefined && count !== undefined)
      return [{ place, label, as: has === 'charge' ? 'count' : has, count, by: 'its name', values }];
    if (has !== undefined)
      return [{ place, label, as: has, by: 'its name', values, ...(charge === undefined ? {} : { charge }) }];
    if (isOtherDay(name)) return [{ place, label, as: 'ignore', by: 'its name', values }];
    const valued = named !== undefined || isOfOthers(name) ? undefined : fieldOfValues(repeated(values), claims);
    // The day of a violation looks like the day of a conviction: only a name that says nothing lets values speak of days.
    const isOpen = valued === undefined || !isDateField(valued) || saysNothing(name);
    const as = isOpen ? claims.claim(valued, i, valued !== undefined && isDateField(valued)) : undefined;
    return [{ place, label, as: as ?? 'ignore', by: as === undefined ? 'nothing' : 'its values', values }];
  });
  return layout.header === 0 ? withNames(columns, claims) : columns;
}

/** Without a header: two columns of words, one behind the other, are names where no other is. */
function withNames(columns: readonly GuessedColumn[], claims: Claims): readonly GuessedColumn[] {
  const isWords = ({ as, values }: GuessedColumn | undefined = NO_COLUMN): boolean =>
    as === 'ignore' && values.length > 1 && values.every(([text]) => /^[\p{L}][\p{L}' .-]+$/u.test(text));
  const at = columns.findIndex((each, i) => isWords(each) && isWords(columns[i + 1]));
  if (at < 0 || claims.has('name') || claims.has('last-name')) return columns;
  const [last, first] = ['last-name', 'first-name'] as const;
  return columns.map((each, i) =>
    i === at || i === at + 1 ? { ...each, as: i === at ? last : first, by: 'its values' } : each,
  );
}

const NO_COLUMN: GuessedColumn = { place: '', as: 'count', by: 'nothing', values: [], label: '' };

/** Which column has which field. */
class Claims {
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly nameOf: (i: number) => string,
    private readonly doubts: string[],
  ) {}

  has(field: Field): boolean {
    return this.taken.has(field);
  }

  /** The field, when it was free. `isQuestion`: that another has it is something to decide. */
  claim(field: Field | undefined, i: number, isQuestion: boolean, count?: number): Field | undefined {
    if (field === undefined) return undefined;
    const key = count === undefined ? field : `${field} of count ${count}`;
    const first = this.taken.get(key);
    if (first === undefined || REPEATABLE.has(field)) {
      this.taken.set(key, i);
      return field;
    }
    if (isQuestion)
      this.doubts.push(
        `columns: ${this.nameOf(first)} and ${this.nameOf(i)} may both be the ${key}: the first is taken, the other ignored`,
      );
    return undefined;
  }
}

/** As often as they stand there; zeros say nothing. */
function repeated(values: GuessedColumn['values']): readonly string[] {
  const filled = values.filter(([text]) => /[1-9\p{L}]/u.test(text));
  return filled.flatMap(([text, times]) => Array.from({ length: times }, () => text));
}

function placeOf({ format, columns, header, names }: GuessedLayout, i: number, name: string): string | undefined {
  if (format === 'fixed') return `from: ${columns[i]?.from ?? 1}, width: ${columns[i]?.width ?? 1}`;
  if (header === 0) return `number: ${i + 1}`;
  if (name === '') return undefined;
  const isTwice = names.filter((each) => plainName(each) === plainName(name)).length > 1;
  return isTwice ? `number: ${i + 1}` : `column: ${JSON.stringify(name)}`;
}

function valuesOf({ sample }: GuessedLayout, i: number): GuessedColumn['values'] {
  const counts = new Map<string, number>();
  for (const { cells } of sample) {
    const text = (cells[i]?.text ?? '').trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function fieldOfValues(texts: readonly string[], taken: Pick<Claims, 'has'>): Field | undefined {
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
  const isDone = (text: string): boolean =>
    /GUILTY|NOLO|DISM|CONVICT/i.test(text) || KNOWN_DISPOSITIONS.some(([pattern]) => pattern.test(text));
  if (texts.filter(isDone).length * 2 >= texts.length) return 'disposition';
  if (mostly((text) => /\d{4}/.test(text) && /^[A-Z0-9 -]{5,20}$/i.test(text))) return 'case-number';
  return undefined;
}
