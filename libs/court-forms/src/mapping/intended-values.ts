import {
  type Condition,
  type FieldUse,
  type FormFacts,
  type FormMapping,
  type TextPart,
  type ValueFormat,
} from './mapping';

/** What is to stand in a field of one filing: what filling writes, and what is read back. */
export type IntendedValue =
  | {
      readonly field: string;
      readonly kind: 'text';
      readonly text: string;
      readonly minSize: number;
      readonly overflow: 'attachment' | 'refuse';
    }
  /** `state` is empty when nothing is ticked. */
  | { readonly field: string; readonly kind: 'state'; readonly state: string }
  /** Empty; `live` fields are the court's and stay open. */
  | { readonly field: string; readonly kind: 'empty'; readonly live: boolean };

/** A mapping asks for something that cannot be: a date that is none. */
export class FormFactError extends Error {
  override readonly name = 'FormFactError';
  readonly code = 'form.fact-unusable';
  constructor(readonly value: string) {
    super(
      `The value "${value}" is not a date of the calendar (YYYY-MM-DD), and the form's mapping writes it as one: correct the mapping's format, or what supplies the value.`,
    );
  }
}

/**
 * What every field of the form is to hold for these facts, in the order of the mapping. A fact that is not there counts as empty.
 * Text that is empty leaves its field empty and fixed.
 */
export function intendedValues(mapping: FormMapping, facts: FormFacts): IntendedValue[] {
  return mapping.fields.map(({ field, use }) => ({ field, ...intended(use, facts) }));
}

type Without<T> = T extends unknown ? Omit<T, 'field'> : never;

function intended(use: FieldUse, facts: FormFacts): Without<IntendedValue> {
  switch (use.kind) {
    case 'court':
      return { kind: 'empty', live: true };
    case 'blank':
      return { kind: 'empty', live: false };
    case 'check':
      return { kind: 'state', state: holds(use.checked, facts) ? use.state : '' };
    case 'choose':
      return { kind: 'state', state: use.states.find(({ when }) => holds(when, facts))?.state ?? '' };
    case 'text': {
      const text = use.when && !holds(use.when, facts) ? '' : textOf(use.parts, facts);
      return text === ''
        ? { kind: 'empty', live: false }
        : { kind: 'text', text, minSize: use.minSize, overflow: use.overflow };
    }
  }
}

/** Whether a condition holds: a fact counts when it is `true` or a text that is not empty. */
export function holds(condition: Condition, facts: FormFacts): boolean {
  return condition.some((terms) => terms.every(({ name, not }) => isSo(facts, name) !== not));
}

function isSo(facts: FormFacts, name: string): boolean {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return fact === true || (typeof fact === 'string' && fact.trim() !== '');
}

/** Empty when every fact in it is empty: words alone would say something of nothing. */
function textOf(parts: readonly TextPart[], facts: FormFacts): string {
  const asked = parts.filter((part) => 'value' in part);
  if (asked.length > 0 && !asked.some(({ value }) => isSo(facts, value))) return '';
  return parts
    .map((part) => ('words' in part ? part.words : written(facts, part.value, part.format)))
    .join('')
    .trim();
}

function written(facts: FormFacts, name: string, format: ValueFormat | undefined): string {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  const text = typeof fact === 'string' ? fact : fact === true ? 'yes' : '';
  if (text === '' || format === undefined) return text;
  if (format === 'upper') return text.toUpperCase();
  return format === 'digits' ? text.replace(/\D/g, '') : date(name, text, format);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function date(name: string, text: string, format: 'us-date' | 'long-date'): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const word = MONTHS[Number(month) - 1];
  if (year === undefined || day === undefined || word === undefined) throw new FormFactError(name);
  return format === 'us-date' ? `${month}/${day}/${year}` : `${word} ${Number(day)}, ${year}`;
}
