import { unprintableCharacters } from '@clearway/typesetting';
import { DEFAULT_MIN_SIZE, type FaultKind, type Filling } from '../filling';
import { type FormField, type LoadedForm } from '../master/loaded-form';
import { fitText, type FittedText } from './fit-text';

/** What is printed in the places of a form, by slot: a text, a state, or nothing. */
export interface LaidOut {
  readonly texts: ReadonlyMap<number, FittedText>;
  /** Of boxes: ticked or not. */
  readonly ticks: ReadonlyMap<number, boolean>;
  /** Texts that did not fit, in the order of the form. */
  readonly attachments: readonly { readonly field: FormField; readonly text: string }[];
}

export interface LayoutFault {
  readonly kind: FaultKind;
  readonly field: string;
  readonly tooltip: string;
}

/** A field that refers to an attachment says so in the longest of these words that fit. */
export const REFERENCES = ['See attachment', 'See att.', 'Att.'] as const;
/** A reference may be smaller than a value. */
const SMALLEST_REFERENCE = 5;

/** Lays out all values of a filing; faults when one cannot be printed as it is. */
export function layOutFilling(form: LoadedForm, { fieldPrefix, values }: Filling): LaidOut | readonly LayoutFault[] {
  const texts = new Map<number, FittedText>();
  const ticks = new Map<number, boolean>();
  const attachments: { readonly field: FormField; readonly text: string }[] = [];
  const faults: LayoutFault[] = [];
  if (fieldPrefix.includes('.')) faults.push({ kind: 'prefix-unusable', field: '', tooltip: '' });
  for (const name of Object.keys(values)) {
    const plan = form.fields[form.byName.get(name) ?? -1]?.plan.kind;
    const places = form.fields[form.byName.get(name) ?? -1]?.slots.length ?? 0;
    if (values[name] && (places === 0 || (plan !== 'text' && plan !== 'check')))
      faults.push({ kind: 'unknown-field', field: name, tooltip: '' });
  }
  for (const field of form.fields) {
    const value = values[field.name] ?? '';
    const fault = (kind: FaultKind): void => void faults.push({ kind, field: field.name, tooltip: field.tooltip });
    if (field.plan.kind === 'check') {
      if (value !== '' && !field.states.includes(value)) fault('unknown-state');
      else if (field.type === 'box')
        for (const slot of field.slots) ticks.set(slot, value !== '' && form.slots[slot]?.onState === value);
      else if (value !== '')
        print(
          form,
          field,
          field.shown.get(value) ?? value,
          DEFAULT_MIN_SIZE,
          texts,
          () => fault('text-too-long'),
          fault,
        );
      continue;
    }
    if (field.plan.kind !== 'text' || value.trim() === '') continue;
    const { minSize = DEFAULT_MIN_SIZE, overflow = 'attachment' } = field.plan;
    const attach = (): void => {
      if (overflow === 'refuse' || !refer(form, field, attachments.length + 1, texts)) fault('text-too-long');
      else attachments.push({ field, text: value });
    };
    print(form, field, value, minSize, texts, attach, fault);
  }
  return faults.length > 0 ? faults : { texts, ticks, attachments };
}

function print(
  form: LoadedForm,
  field: FormField,
  value: string,
  minSize: number,
  texts: Map<number, FittedText>,
  overflow: () => void,
  fault: (kind: FaultKind) => void,
): void {
  if (unprintableCharacters(value).length > 0) return fault('character-unprintable');
  const fitted = field.slots.map((slot) => fitText(value, field, boxOf(form, slot), minSize));
  if (fitted.some((each) => each === undefined)) return overflow();
  field.slots.forEach((slot, i) => texts.set(slot, fitted[i] as FittedText));
}

function refer(form: LoadedForm, field: FormField, number: number, texts: Map<number, FittedText>): boolean {
  const plain = { ...field, cells: 0 };
  return field.slots.every((slot) => {
    for (const words of REFERENCES) {
      const fitted = fitText(`${words} ${number}`, plain, boxOf(form, slot), SMALLEST_REFERENCE);
      if (!fitted) continue;
      texts.set(slot, fitted);
      return true;
    }
    return false;
  });
}

function boxOf(form: LoadedForm, slot: number): readonly [number, number, number, number] {
  return form.slots[slot]?.box ?? [0, 0, 0, 0];
}
