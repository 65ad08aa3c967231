import { type FieldPlace, type FieldType, type FormEdition, type FormField } from '../edition/form-edition';
import { tellingWords, WordWeights } from './words';

/** Why two fields may be the same one, each from 0 to 1. */
export interface Likeness {
  readonly score: number;
  /** Tooltips and printed labels. */
  readonly words: number;
  readonly names: number;
  /** How much of their places is common; 0 on different pages. */
  readonly place: number;
  /** The fields before and after are alike too. */
  readonly neighbours: number;
}

const KIN: Readonly<Record<FieldType, string>> = {
  text: 'written',
  choice: 'written',
  signature: 'written',
  checkbox: 'ticked',
  radio: 'ticked',
  button: 'button',
};

interface Seen {
  readonly field: FormField;
  readonly sources: readonly ReadonlySet<string>[];
  readonly name: ReadonlySet<string>;
  /** Where it comes when the form is read from its top, from 0 to 1. */
  readonly order: number;
}

/** Compares the fields of two editions by words, place, order and neighbours. Names and numbers of fields count last. */
export class FieldLikeness {
  private readonly old: readonly Seen[];
  private readonly next: readonly Seen[];
  private readonly weights: WordWeights;
  private readonly sameLayout: boolean;

  constructor(old: FormEdition, next: FormEdition) {
    this.old = seenIn(old);
    this.next = seenIn(next);
    this.weights = new WordWeights(
      [...this.old, ...this.next].map(
        ({ sources, name }) => new Set([...sources.flatMap((each) => [...each]), ...name]),
      ),
    );
    this.sameLayout = old.pages.length === next.pages.length;
  }

  /** Fields that can be one field are compared; others give `undefined`. */
  between(oldName: string, newName: string): Likeness | undefined {
    const i = this.old.findIndex(({ field }) => field.name === oldName);
    const j = this.next.findIndex(({ field }) => field.name === newName);
    const [a, b] = [this.old[i], this.next[j]];
    if (!a || !b || KIN[a.field.type] !== KIN[b.field.type]) return undefined;
    const words = this.words(a, b);
    const names = this.names(a, b);
    const told = a.sources.length > 0 && b.sources.length > 0;
    const place = overlap(a.field.places[0], b.field.places[0]) * (this.sameLayout ? 1 : 0.4);
    const neighbours = (this.pair(i - 1, j - 1) + this.pair(i + 1, j + 1)) / 2;
    // Something else is printed there: then the place says nothing.
    const byPlace = told && words < 0.3 ? place * 0.2 : place;
    const evidence =
      1 -
      (1 - 0.85 * Math.max(words, 0.8 * names)) *
        (1 - 0.6 * byPlace) *
        (1 - 0.3 * neighbours) *
        (1 - 0.15 * Math.min(words, names));
    const numbered = numberOf(a.field.name) === numberOf(b.field.name) ? 1 : 0.9;
    const score = evidence * numbered * (1 - 0.2 * Math.abs(a.order - b.order));
    return { score, words, names, place, neighbours };
  }

  private pair(i: number, j: number): number {
    const [a, b] = [this.old[i], this.next[j]];
    if (i < 0 || j < 0 || !a || !b || KIN[a.field.type] !== KIN[b.field.type]) return 0;
    return Math.max(this.words(a, b), this.names(a, b));
  }

  /** The tooltip of one may be the label of the other. */
  private words(a: Seen, b: Seen): number {
    return Math.max(0, ...a.sources.flatMap((one) => b.sources.map((other) => this.weights.likeness(one, other))));
  }

  private names(a: Seen, b: Seen): number {
    const own = this.weights.likeness(a.name, b.name);
    return Math.max(
      own,
      ...a.sources.map((each) => this.weights.likeness(each, b.name)),
      ...b.sources.map((each) => this.weights.likeness(a.name, each)),
    );
  }
}

function seenIn({ fields }: FormEdition): Seen[] {
  const inOrder = [...fields].sort((a, b) => before(a.places[0], b.places[0]));
  return inOrder.map((field, at) => ({
    field,
    sources: wordsOf(field),
    name: tellingWords(lastPart(field.name)),
    order: inOrder.length < 2 ? 0 : at / (inOrder.length - 1),
  }));
}

/** Tooltip and label; a tooltip such as `F17` says nothing. */
export function wordsOf({ tooltip, label }: FormField): ReadonlySet<string>[] {
  return [tooltip, label]
    .filter((text) => text !== '' && !/^(?:[A-Za-z]{0,6}\d{1,4}|undefined)$/.test(text))
    .map(tellingWords);
}

/** Of `form[0].Page1[0].CaseNumber_ft[0]` only `CaseNumber` is a name; a number alone is a position. */
function lastPart(name: string): string {
  return (name.split('.').at(-1) ?? '')
    .replace(/\[\d+\]$/, '')
    .replace(/_(?:ft|dt|dc|cb|bt|sf|\d+)$/, '')
    .replace(/^(?:field|text|textfield|checkbox|check box|untitled)\s*_?\d*$/i, '');
}

/** Of several lines for one thing (`address 2`, `Date_2`, `charge[1]`) the number; the first often has none. */
function numberOf(name: string): number {
  const brackets = /\[(\d+)\]$/.exec(name)?.[1];
  if (brackets !== undefined) return Number(brackets) + 1;
  return Number(/[_\s](\d{1,2})$/.exec(name)?.[1] ?? 1);
}

const ROW = 6;

/** From the top of the first page, rows from the left. */
function before(a: FieldPlace | undefined, b: FieldPlace | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  if (a.page !== b.page) return a.page - b.page;
  const rows = Math.round(b.top / ROW) - Math.round(a.top / ROW);
  return rows !== 0 ? rows : a.left - b.left;
}

/** The common part of two places, from 0 to 1. */
export function overlap(a: FieldPlace | undefined, b: FieldPlace | undefined): number {
  if (!a || !b || a.page !== b.page || a.page === 0) return 0;
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  if (width <= 0 || height <= 0) return 0;
  const area = (place: FieldPlace): number => (place.right - place.left) * (place.top - place.bottom);
  return (width * height) / (area(a) + area(b) - width * height);
}
