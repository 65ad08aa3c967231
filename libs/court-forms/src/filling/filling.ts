/** What becomes of a field in every filing of an edition. Fields that a plan does not name are left blank. */
export type FieldPlan =
  /** The value is printed. A text that does not fit shrinks to `minSize` points, then goes to an attachment or is refused. */
  | {
      readonly field: string;
      readonly kind: 'text';
      readonly minSize?: number;
      readonly overflow?: 'attachment' | 'refuse';
    }
  /** A box, a group of radio buttons or a list; the value is one of its states. */
  | { readonly field: string; readonly kind: 'check' }
  /** The court's part: empty whatever the form ships with, and it can be filled in. */
  | { readonly field: string; readonly kind: 'live' }
  /** Not ours: empty and fixed. */
  | { readonly field: string; readonly kind: 'blank' };

export const DEFAULT_MIN_SIZE = 8;

/** One filing: the values of the planned fields. */
export interface Filling {
  /**
   * Goes before the names of the live fields, so that they stay distinct in a joined file; no points. Empty only where the
   * file will hold this filing alone.
   */
  readonly fieldPrefix: string;
  /** By full field name: a text, or the state of a box. Absent or empty: nothing is printed there. */
  readonly values: Readonly<Record<string, string>>;
  /** Printed above attachments, so that a page that falls out can be told: case name and number. */
  readonly caption?: readonly string[];
}

/** What a file says of itself. */
export interface FileInfo {
  readonly title: string;
  /** BCP 47; the form's own, or `en-US`, where absent. */
  readonly language?: string;
  /** YYYYMMDD: the run's as-of date, never a clock's. */
  readonly date: number;
}

export type FaultKind =
  | 'unknown-field'
  | 'unknown-state'
  | 'character-unprintable'
  | 'text-too-long'
  | 'prefix-unusable'
  | 'unreadable'
  | 'file-differs'
  | 'page-missing'
  | 'form-differs'
  | 'value-differs'
  | 'value-outside'
  | 'mark-differs'
  | 'stray-content'
  | 'glyph-missing'
  | 'live-field-differs'
  | 'tags-missing'
  | 'attachment-differs';

/** Why a filing is held back. It names the field, never a value. */
export interface FillFault {
  /** From 0, in the order given; -1 where it concerns the whole file. */
  readonly filing: number;
  readonly kind: FaultKind;
  /** The field's full name; empty where it concerns no field. */
  readonly field: string;
  /** The field's tooltip, for people. */
  readonly tooltip: string;
}

/** Takes the bytes of a file in order. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
}
