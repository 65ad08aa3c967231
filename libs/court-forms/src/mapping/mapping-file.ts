import { type FieldUse } from './mapping';

/** One entry of a `fields.yaml`. */
export interface MappingEntry {
  /** Full name; without it the field is found by its tooltip alone. */
  readonly field?: string;
  /** The words of /TU, as a check; runs of blanks and line breaks count as one blank. */
  readonly tooltip?: string;
  readonly note?: string;
  /** A `check` without a state says `''`: the only state that the field has. */
  readonly use: FieldUse;
  readonly confirm: boolean;
  readonly line: number;
}

/** A `fields.yaml` as it was written, before it is bound to an edition. */
export interface MappingFile {
  readonly form: string;
  readonly edition: string;
  readonly title: string;
  readonly note?: string;
  /** `YYYY-MM-DD`; the last day may be missing. */
  readonly inForce: { readonly from: string; readonly until?: string };
  /** Files to which it belongs: by their bytes, or by their list of fields. */
  readonly sha256: readonly string[];
  readonly fieldLists: readonly string[];
  /** The whole mapping waits for a person. */
  readonly confirm: boolean;
  /** Mapped fields of the edition before that this one does not have: filling waits until a person has removed each. */
  readonly lost: readonly { readonly field: string; readonly had: string }[];
  readonly confirmed?: { readonly by: string; readonly on: string };
  readonly entries: readonly MappingEntry[];
}
