import { type FieldPlan } from '../filling';
import { type StructurePlan } from '../structure/structure-plan';
import { type FileBeginning } from '../writing/pdf-writer';

/** Left, bottom, right, top in points. */
export type Box = readonly [number, number, number, number];

/** How a state of a box looks: a form XObject of the file and the matrix that lays it over the box. */
export interface StateLook {
  readonly id: number;
  readonly matrix: readonly [number, number, number, number];
  /** Of the unpacked content. */
  readonly sha256: string;
}

/** One place of a planned field: where a value is printed, or where a live field stands. */
export interface FormSlot {
  /** Position in `fields`. */
  readonly field: number;
  /** From 0. */
  readonly page: number;
  readonly box: Box;
  /** Marked-content identifier of the printed value on its page; -1 for live fields. */
  readonly mark: number;
  /** The state that this place shows when it is ticked. */
  readonly onState: string | undefined;
  /** How it looks ticked and not ticked; undefined: Clearway draws a cross, or nothing. */
  readonly on: StateLook | undefined;
  readonly off: StateLook | undefined;
}

export interface FormField {
  readonly name: string;
  readonly tooltip: string;
  readonly type: 'text' | 'box' | 'list' | 'signature';
  readonly plan: FieldPlan;
  /** Positions in `slots`. */
  readonly slots: readonly number[];
  readonly states: readonly string[];
  /** Of lists: what is shown for a state. */
  readonly shown: ReadonlyMap<string, string>;
  readonly multiline: boolean;
  /** Cells, one for each character; 0: no cells. */
  readonly cells: number;
  /** In points; 0 when the viewer chooses. */
  readonly fontSize: number;
  readonly alignment: 'left' | 'centre' | 'right';
}

export interface FormPage {
  readonly mediaBox: readonly number[];
  /** Object number of the printed content, which all filings share. */
  readonly content: number;
  /** Of the unpacked content, hexadecimal. */
  readonly contentSha256: string;
  /** Entries of the page's dictionary that are the same for all filings. */
  readonly entries: string;
  /** Object number of the resources, which are written last: they name the fonts of the values. */
  readonly resources: number;
  readonly resourceParts: { readonly fonts: string; readonly xobjects: string; readonly others: string };
}

/** One node of the tree of live fields, without the filing's own prefix. */
export interface LiveNode {
  /** Position of the node above; -1 at the top. */
  readonly parent: number;
  readonly kids: readonly number[];
  /** All entries that do not depend on the filing. */
  readonly entries: string;
  /** The place that this node is, when it is one. */
  readonly slot: number;
}

/** Numbers of objects that are written when the file is closed. */
export interface LateObjects {
  readonly catalog: number;
  readonly info: number;
  readonly metadata: number;
  readonly pages: number;
  readonly structure: number;
  readonly document: number;
  readonly parents: number;
  readonly form: number;
}

/** An edition, parsed once: what all its filings share is written already, and what they add is known by place. */
export interface LoadedForm {
  readonly beginning: FileBeginning;
  readonly late: LateObjects;
  readonly pages: readonly FormPage[];
  readonly fields: readonly FormField[];
  readonly slots: readonly FormSlot[];
  readonly live: readonly LiveNode[];
  readonly structure: StructurePlan;
  /** Entries of the catalog that come from the form. */
  readonly catalogEntries: string;
  readonly language: string;
  readonly baseFont: number;
  readonly byName: ReadonlyMap<string, number>;
}

/** Resource name of the book face. */
export const BASE_FONT = 'CwF';
