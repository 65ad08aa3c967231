import { type FilledPage, type LiveWidget } from '@clearway/pdf-reading';
import { type FormField, type FormSlot, type LoadedForm } from '../filling/master/loaded-form';
import { type SlotFault } from './compare-slots';

const READ_ONLY = 1;
const KINDS = { text: 'text', box: 'button', list: 'list', signature: 'signature' } as const;

/** The court's part of a page: every live field there, under its own name, empty, with its states; and no other. */
export function compareLive(
  form: LoadedForm,
  pageNumber: number,
  page: FilledPage,
  prefix: string,
): readonly SlotFault[] {
  const faults: SlotFault[] = [];
  const waiting = new Map<string, LiveWidget[]>();
  for (const widget of page.live) waiting.set(widget.name, [...(waiting.get(widget.name) ?? []), widget]);
  let expected = 0;
  form.slots.forEach((slot) => {
    if (slot.page !== pageNumber || slot.mark >= 0) return;
    expected++;
    const field = form.fields[slot.field] as FormField;
    const name = prefix === '' ? field.name : `${prefix}.${field.name}`;
    const at = (waiting.get(name) ?? []).find((widget) => same(widget.box, slot.box));
    if (!at || !isEmpty(at) || !asInForm(at, field, slot)) faults.push({ kind: 'live-field-differs', field });
    else if (at.role === '') faults.push({ kind: 'tags-missing', field });
  });
  if (page.live.length !== expected || page.otherAnnotations > 0)
    faults.push({ kind: 'stray-content', field: undefined });
  return faults;
}

function isEmpty({ value, state, flags }: LiveWidget): boolean {
  return (value === '' || value === 'Off') && (state === '' || state === 'Off') && (flags & READ_ONLY) === 0;
}

function asInForm(widget: LiveWidget, field: FormField, slot: FormSlot): boolean {
  const states = field.type === 'box' ? [slot.onState ?? 'Yes', 'Off'] : ['N'];
  return (
    widget.listed &&
    widget.kind === KINDS[field.type] &&
    widget.tooltip === field.tooltip &&
    [...widget.states].sort().join('\0') === states.sort().join('\0')
  );
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === 4 && a.every((edge, i) => Math.abs(edge - (b[i] as number)) < 0.01);
}
