import { type CalendarDate } from '@clearway/record';
import { type FormEdition } from '../edition/form-edition';
import { readinessOf } from '../guard/ready';
import { type FormMapping } from '../mapping/mapping';
import { type MappingFile } from '../mapping/mapping-file';

/** An edition that the office has, with its mapping when there is one. */
export interface LibraryEdition {
  readonly edition: FormEdition;
  /** Of the PDF; the hash in `edition` is theirs. */
  readonly bytes: Uint8Array;
  readonly mapping?: MappingFile;
  /** Why the mapping cannot be read; in words. */
  readonly unreadable?: string;
}

/** All that filling needs, as plain data that can go to another thread. */
export interface LoadedFormSource {
  readonly bytes: Uint8Array;
  readonly mapping: FormMapping;
  readonly edition: FormEdition;
}

export type MissingFormReason = 'form-missing' | 'form-edition-unmapped' | 'form-mapping-unconfirmed';

export interface MissingForm {
  readonly reason: MissingFormReason;
  /** What is missing and what to do; names no person. */
  readonly words: string;
}

export type FoundForm = { readonly ready: LoadedFormSource } | { readonly missing: MissingForm };

/** The forms that an office can file on, by form and day. */
export class FormLibrary {
  private readonly found = new Map<string, FoundForm>();

  /** @param names of the values that filings have; not checked when left out */
  constructor(
    private readonly editions: readonly LibraryEdition[],
    private readonly names?: readonly string[],
  ) {}

  /**
   * The edition of a form that is in force on a day (`yyyymmdd`), or, with `edition`, that edition: a filing keeps the edition on
   * which it was made.
   */
  formFor(form: string, asOf: CalendarDate, edition?: string): FoundForm {
    const key = `${form}\n${asOf}\n${edition ?? ''}`;
    let found = this.found.get(key);
    if (!found) this.found.set(key, (found = this.find(form, asOf, edition)));
    return found;
  }

  private find(form: string, asOf: CalendarDate, wanted: string | undefined): FoundForm {
    const own = this.editions.filter((each) => each.edition.form === form);
    const add = 'register the PDF with "clearway forms add FILE.pdf"';
    if (own.length === 0) return missing('form-missing', `the form ${form} is not registered: ${add}`);
    const candidate = wanted === undefined ? inForce(own, asOf) : own.find(({ edition }) => edition.edition === wanted);
    if (!candidate) {
      const which =
        wanted === undefined
          ? `no edition of the form ${form} that is registered is in force on ${dashed(asOf)}`
          : `the edition ${wanted} of the form ${form} is not registered`;
      return missing('form-missing', `${which}: ${add}`);
    }
    const { edition, mapping, bytes, unreadable } = candidate;
    const name = `the form ${form}, edition ${edition.edition},`;
    if (unreadable !== undefined)
      return missing('form-edition-unmapped', `the mapping of ${name} cannot be read: ${unreadable}`);
    if (!mapping)
      return missing(
        'form-edition-unmapped',
        `${name} has no mapping: "clearway forms map ${form} ${edition.edition} --init" begins one, "clearway forms carry" brings one over`,
      );
    const { mapping: bound, unmapped, unconfirmed } = readinessOf(mapping, edition, this.names);
    if (unmapped.length > 0) return missing('form-edition-unmapped', `${name} is not mapped whole: ${few(unmapped)}`);
    if (unconfirmed.length > 0)
      return missing('form-mapping-unconfirmed', `the mapping of ${name} waits for a person: ${few(unconfirmed)}`);
    return { ready: { bytes, mapping: bound, edition } };
  }
}

/** The first of a list that may be long; `clearway forms check` shows all. */
function few(words: readonly string[]): string {
  return words.length <= 3
    ? words.join('; ')
    : `${words.slice(0, 2).join('; ')}; and ${words.length - 2} more, which "clearway forms check" shows`;
}

/** The newest that has begun and has not ended; an edition without a mapping counts from its own date, where it has one. */
function inForce(editions: readonly LibraryEdition[], asOf: CalendarDate): LibraryEdition | undefined {
  const day = dashed(asOf);
  return editions
    .map((each) => ({
      each,
      from: each.mapping?.inForce.from ?? startOf(each.edition.edition),
      until: each.mapping?.inForce.until ?? '9999-12-31',
    }))
    .filter(({ from, until }) => from <= day && day <= until)
    .sort((a, b) =>
      a.from < b.from ? 1 : a.from > b.from ? -1 : a.each.edition.edition < b.each.edition.edition ? 1 : -1,
    )[0]?.each;
}

function startOf(edition: string): string {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(edition) ? `${edition}-01-01`.slice(0, 10) : '0000-01-01';
}

function dashed(day: CalendarDate): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

function missing(reason: MissingFormReason, words: string): FoundForm {
  return { missing: { reason, words } };
}
