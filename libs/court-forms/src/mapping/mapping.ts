/** What is known of one filing, by the names of the values of papers. A boolean decides; a text is printed. */
export type FormFacts = Readonly<Record<string, string | boolean>>;

/** One name of a condition: it holds when the fact is `true`, or a text that is not empty; `not` turns it round. */
export interface ConditionTerm {
  readonly name: string;
  readonly not: boolean;
}

/** `a and not b or c`: holds when all terms of one of its lists hold. `always` is one empty list. */
export type Condition = readonly (readonly ConditionTerm[])[];

/** How a text is written: a date `YYYY-MM-DD` as `11/26/2026` or `November 26, 2026`; capital letters; digits only. */
export type ValueFormat = 'us-date' | 'long-date' | 'upper' | 'digits';

/** A piece of a text: words as they stand, or the fact of a name. */
export type TextPart = { readonly words: string } | { readonly value: string; readonly format?: ValueFormat };

/** What becomes of a field. */
export type FieldUse =
  /** A text; the field stays empty when `when` does not hold, or when every fact in it is empty. */
  | {
      readonly kind: 'text';
      readonly parts: readonly TextPart[];
      readonly when?: Condition;
      /** Points; a text that does not fit at this size goes to an attachment, or the filing is refused. */
      readonly minSize: number;
      readonly overflow: 'attachment' | 'refuse';
    }
  /** Ticked with `state` when the condition holds, else off. */
  | { readonly kind: 'check'; readonly checked: Condition; readonly state: string }
  /** A radio button or a list: the first state whose condition holds, else none. */
  | { readonly kind: 'choose'; readonly states: readonly { readonly state: string; readonly when: Condition }[] }
  /** The court's part: comes empty, whatever the form ships with, and stays live. */
  | { readonly kind: 'court' }
  /** Not ours: empty and fixed; a button is taken off the page. */
  | { readonly kind: 'blank' };

/** One field of an edition and what becomes of it. */
export interface MappedField {
  /** The field's full name in the edition. */
  readonly field: string;
  readonly use: FieldUse;
  /** True until a person has confirmed what was carried over or proposed; such a field is not filled, and blocks filling. */
  readonly confirm: boolean;
  /** Line of the mapping's file, from 1. */
  readonly line: number;
}

/** A mapping that was bound to one edition: every field of the edition stands in it once, and no other. */
export interface FormMapping {
  readonly form: string;
  readonly edition: string;
  /** Of the edition that it was bound to. */
  readonly sha256: string;
  readonly fields: readonly MappedField[];
}
