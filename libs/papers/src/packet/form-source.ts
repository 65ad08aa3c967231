/** Facts that a form's mapping can name. */
export type FormFacts = Readonly<Record<string, string | boolean>>;

/** One filing on a form. */
export interface FormFiling {
  readonly facts: FormFacts;
  /** Goes before the names of the live fields, distinct for each filing of a file. */
  readonly fieldPrefix: string;
  /** Printed above attachments: defendant and case. */
  readonly caption: readonly string[];
}

/** Filings on one form in one file, filled and read back. */
export interface FilledForm {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** The page, from 1, on which each filing that is in the file begins, in their order. */
  readonly starts: readonly number[];
}

/** A filing that cannot be printed, or reads otherwise than was meant. */
export interface HeldFiling {
  /** From 0, among those that were given. */
  readonly filing: number;
  /** Why, and which field; never a value. */
  readonly detail: string;
}

/** An edition of a court's form that can be filled. */
export interface FormEdition {
  readonly form: string;
  /** `2017-07-01`, as the registry names it. */
  readonly edition: string;
  /** SHA-256 over form and mapping: the same means the same bytes for the same facts. */
  readonly sha256: string;
  /** Fills the form for every filing that can be; `file` is absent where none can. @param info date `yyyymmdd` */
  fill(
    filings: readonly FormFiling[],
    info: { readonly title: string; readonly date: number },
  ): { readonly file?: FilledForm; readonly held: readonly HeldFiling[] };
}

/**
 * Why a form cannot be filled: it was not given, fields that are mapped are not in its edition, or a person has not confirmed its
 * mapping. `detail` says what to do and names no person.
 */
export interface FormRefusal {
  readonly refused: 'form-missing' | 'form-edition-unmapped' | 'form-mapping-unconfirmed';
  readonly detail: string;
}

/** Where courts' own forms come from: the editions that are in force on the day of the run. */
export interface FormSource {
  edition(form: string): FormEdition | FormRefusal;
}

/** No form was given: every packet that needs one is refused. */
export const NO_FORMS: FormSource = {
  edition: (form) => ({ refused: 'form-missing', detail: form }),
};
