import { type ContentMark } from '../content/mark-content';
import { type FormSlot } from '../master/loaded-form';
import { type PlanElement, type PlanKid } from './structure-plan';

/** Baselines further apart than so many sizes of the letters are two paragraphs. */
const SAME_PARAGRAPH = 1.7;

/**
 * A structure for a form without tags: its printed text as paragraphs in the order in which it is drawn, each field where
 * its place is among the words. A value is heard after its label, a box before it.
 */
export function newStructure(
  marks: readonly (readonly ContentMark[])[],
  slots: readonly (FormSlot & { readonly isBox: boolean })[],
): readonly PlanElement[] {
  const elements: { parent: number; page: number; entries: string; attributes: readonly string[]; kids: PlanKid[] }[] =
    [];
  const root: PlanKid[] = [];
  elements.push({ parent: -1, page: -1, entries: '/S/Part', attributes: [], kids: root });
  const append = (page: number, entries: string, kids: PlanKid[]): void => {
    root.push({ kind: 'element', element: elements.length });
    elements.push({ parent: 0, page, entries, attributes: [], kids });
  };
  marks.forEach((onPage, page) => {
    const { before, after } = placesOf(onPage, slots, page);
    const field = (slot: number): void => append(page, '/S/Form', [{ kind: 'slot', slot }]);
    let paragraph: PlanKid[] | undefined;
    let last: ContentMark | undefined;
    for (const slot of after.get(-1) ?? []) field(slot);
    for (const mark of onPage) {
      const first = before.get(mark.mark) ?? [];
      first.forEach(field);
      const drop = last ? last.y - mark.y : Infinity;
      if (!paragraph || first.length > 0 || drop < -1 || drop > SAME_PARAGRAPH * Math.max(mark.size, 1)) {
        paragraph = [];
        append(page, '/S/P', paragraph);
      }
      paragraph.push({ kind: 'mark', page, mark: mark.mark });
      last = mark;
      const next = after.get(mark.mark) ?? [];
      next.forEach(field);
      if (next.length > 0) paragraph = undefined;
    }
  });
  return elements;
}

interface SlotPlaces {
  /** By mark: slots to be heard before or after it; -1 stands for the beginning of the page. */
  readonly before: ReadonlyMap<number, readonly number[]>;
  readonly after: ReadonlyMap<number, readonly number[]>;
}

function placesOf(
  marks: readonly ContentMark[],
  slots: readonly (FormSlot & { readonly isBox: boolean })[],
  page: number,
): SlotPlaces {
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  const order = slots
    .map((slot, i) => ({ slot, i }))
    .filter(({ slot }) => slot.page === page)
    .sort((a, b) => b.slot.box[3] - a.slot.box[3] || a.slot.box[0] - b.slot.box[0]);
  for (const { slot, i } of order) {
    const [left, bottom, , top] = slot.box;
    const line = marks.filter(({ y, size }) => y > bottom - size * 0.5 && y < top);
    const label = slot.isBox ? nearest(line.filter(({ x }) => x >= left)) : undefined;
    if (label) {
      before.set(label.mark, [...(before.get(label.mark) ?? []), i]);
      continue;
    }
    const beside = line.filter(({ x }) => x < left).sort((a, b) => b.x - a.x)[0];
    const above = marks.filter(({ y }) => y >= top).sort((a, b) => a.y - b.y || b.mark - a.mark)[0];
    const at = (beside ?? above)?.mark ?? -1;
    after.set(at, [...(after.get(at) ?? []), i]);
  }
  return { before, after };
}

function nearest(marks: readonly ContentMark[]): ContentMark | undefined {
  return [...marks].sort((a, b) => a.x - b.x)[0];
}
