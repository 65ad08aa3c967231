import { type PaperLayout, type TextRun } from '../paper/paper';
import { type ValueName } from '../values/vocabulary';
import { type NamedBlock, type PaperId } from './paper-kinds';

/** Who stands for the words of a template. */
export interface Approval {
  readonly by: string;
  /** `yyyy-mm-dd`. */
  readonly on: string;
}

/** A template that was read and has no problem. */
export interface Template {
  readonly paper: PaperId;
  readonly version: number;
  readonly layout: PaperLayout;
  readonly language: 'en-US';
  /** Absent where nobody has approved the words yet. */
  readonly approved?: Approval;
  readonly title: readonly Inline[];
  readonly body: readonly Passage[];
}

/** `{#if name}` or `{#if not name}`. */
export interface Condition {
  readonly name: ValueName | { readonly field: string };
  readonly not: boolean;
}

/** What stands within a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: ValueName }
  /** Of the item of the nearest `{#each}`. */
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'cite'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'styled'; readonly style: TextRun['style']; readonly inner: readonly Inline[] }
  | {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly yes: readonly Inline[];
      readonly no: readonly Inline[];
    }
  | { readonly kind: 'each'; readonly name: ValueName; readonly inner: readonly Inline[] };

/** What stands on lines of its own. */
export type Passage =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly numbered: boolean; readonly words: readonly Inline[] }
  | { readonly kind: 'item'; readonly words: readonly Inline[] }
  | { readonly kind: 'quote'; readonly words: readonly Inline[] }
  | { readonly kind: 'named'; readonly name: NamedBlock; readonly parts: BlockParts }
  | {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly yes: readonly Passage[];
      readonly no: readonly Passage[];
    }
  | { readonly kind: 'each'; readonly name: ValueName; readonly inner: readonly Passage[] };

/** The words of a named block by part; a part that may come several times has several. */
export type BlockParts = Readonly<Record<string, readonly (readonly Inline[])[]>>;
