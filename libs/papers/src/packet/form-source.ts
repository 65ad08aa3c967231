import { type CalendarDate } from '@clearway/record';

/** Facts that a form's mapping can name. */
export type FormFacts = Readonly<Record<string, string | boolean>>;

/** A form filled and read back. */
export interface FilledForm {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
}

/** An edition of a court's form that can be filled. */
export interface FormEdition {
  /** `2017-07-01`, as the registry names it. */
  readonly edition: string;
  /** SHA-256 over form and mapping: the same means the same bytes for the same facts. */
  readonly sha256: string;
  /** @param fieldPrefix of the live fields, distinct for each packet */
  fill(facts: FormFacts, options: { readonly fieldPrefix: string }): FilledForm;
}

/** Why a form cannot be filled: it was not given, or fields that are mapped are not in its edition. `detail` names no person. */
export interface FormRefusal {
  readonly refused: 'form-missing' | 'form-edition-unmapped';
  readonly detail: string;
}

/** Where courts' own forms come from; the library of forms implements it. */
export interface FormSource {
  /** The edition of a form (`CR-400`) that is in use on a day. */
  edition(form: string, on: CalendarDate): FormEdition | FormRefusal;
}

/** No form was given: every packet that needs one is refused. */
export const NO_FORMS: FormSource = {
  edition: (form) => ({ refused: 'form-missing', detail: form }),
};
