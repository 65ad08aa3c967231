import { canonicalText, type FilledPage, type PlayedMark } from '@clearway/pdf-reading';
import { type FaultKind } from '../filling/filling';
import { REFERENCES } from '../filling/layout/lay-out-filling';
import { type FormField, type FormSlot, type LoadedForm, type StateLook } from '../filling/master/loaded-form';

/** How far a value may reach out of its field, in points: what rounding does, and letters lower than their field. */
const TOLERANCE = 1;
/** Signs under a letter start so far below the line, in parts of the size. */
const BELOW = 0.6;
const REFERENCE = new RegExp(
  `^(?:${REFERENCES.map((words) => canonicalText(words).replace('.', '\\.')).join('|')})(\\d+)$`,
);

export interface SlotFault {
  readonly kind: FaultKind;
  readonly field: FormField | undefined;
}

/** What a page of a filing shows beside its form. */
export interface PageFindings {
  readonly faults: SlotFault[];
  /** Fields that refer to an attachment, by its number. */
  readonly references: Map<number, FormField>;
}

/** Compares what was added to a page with what was meant: each value in its place, each mark, and nothing else. */
export function compareSlots(
  form: LoadedForm,
  pageNumber: number,
  page: FilledPage,
  values: Readonly<Record<string, string>>,
  found: PageFindings,
): void {
  const marks = page.contents > 1 ? page.play(1) : [];
  const byMark = new Map<number, PlayedMark>();
  const beside: PlayedMark[] = [];
  for (const played of marks) {
    if (played.mark < 0) beside.push(played);
    else if (byMark.has(played.mark)) found.faults.push({ kind: 'stray-content', field: undefined });
    else byMark.set(played.mark, played);
  }
  form.slots.forEach((slot) => {
    if (slot.page !== pageNumber || slot.mark < 0) return;
    const field = form.fields[slot.field] as FormField;
    const played = byMark.get(slot.mark);
    byMark.delete(slot.mark);
    const kind =
      field.type === 'box'
        ? compareBox(page, slot, played, beside, values[field.name] ?? '')
        : compareText(slot, field, played, values[field.name] ?? '', found);
    if (kind) found.faults.push({ kind, field });
    if (played && page.roleOf(slot.mark) === '') found.faults.push({ kind: 'tags-missing', field });
  });
  if (byMark.size > 0 || beside.some(({ texts, drawings, paints }) => texts.length + drawings.length + paints > 0))
    found.faults.push({ kind: 'stray-content', field: undefined });
}

function compareText(
  slot: FormSlot,
  field: FormField,
  played: PlayedMark | undefined,
  value: string,
  found: PageFindings,
): FaultKind | undefined {
  const meant = canonicalText(field.type === 'list' ? (field.shown.get(value) ?? value) : value);
  if (!played) return meant === '' ? undefined : 'value-differs';
  if (played.unprinted) return 'glyph-missing';
  if (played.drawings.length + played.paints > 0) return 'stray-content';
  const [left, bottom, right, top] = slot.box;
  const inside = played.texts.every(
    ({ x, y, width, size }) =>
      x >= left - TOLERANCE && x + width <= right + TOLERANCE && y >= bottom - size * BELOW && y <= top,
  );
  if (!inside) return 'value-outside';
  const drawn = canonicalText(played.texts.map(({ text }) => text).join(' '));
  if (drawn === meant) return undefined;
  const number =
    field.plan.kind === 'text' && field.plan.overflow !== 'refuse' ? REFERENCE.exec(drawn)?.[1] : undefined;
  if (number === undefined) return 'value-differs';
  found.references.set(Number(number), field);
  return undefined;
}

function compareBox(
  page: FilledPage,
  slot: FormSlot,
  played: PlayedMark | undefined,
  beside: PlayedMark[],
  value: string,
): FaultKind | undefined {
  const ticked = value !== '' && slot.onState === value;
  if (ticked !== (played !== undefined)) return 'mark-differs';
  if (!played) {
    if (!slot.off) return undefined;
    const at = beside.findIndex((each) => shows(page, each, slot.off as StateLook, slot));
    if (at < 0) return 'mark-differs';
    beside.splice(at, 1);
    return undefined;
  }
  if (slot.on) return shows(page, played, slot.on, slot) ? undefined : 'mark-differs';
  const [left, bottom, right, top] = slot.box;
  const inside = played.points.every(([x, y]) => x >= left && x <= right && y >= bottom && y <= top);
  return played.paints > 0 && played.points.length > 1 && inside && played.texts.length + played.drawings.length === 0
    ? undefined
    : 'mark-differs';
}

/** True when a mark draws this look over the box and nothing else. */
function shows(page: FilledPage, { drawings, texts, paints }: PlayedMark, look: StateLook, { box }: FormSlot): boolean {
  const [drawing] = drawings;
  if (!drawing || drawings.length !== 1 || texts.length + paints > 0) return false;
  const drawn = page.look(drawing);
  return (
    drawn !== undefined &&
    drawn.sha256 === look.sha256 &&
    drawn.box.every((edge, i) => Math.abs(edge - (box[i] as number)) < TOLERANCE)
  );
}
