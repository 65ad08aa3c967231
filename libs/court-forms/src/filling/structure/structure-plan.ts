/** What stands in an element, in reading order. */
export type PlanKid =
  | { readonly kind: 'element'; readonly element: number }
  | { readonly kind: 'mark'; readonly page: number; readonly mark: number }
  | { readonly kind: 'slot'; readonly slot: number };

/** An element of a filing's structure; the first is the filing itself. */
export interface PlanElement {
  /** -1 for the first. */
  readonly parent: number;
  /** The page of its marks; -1 where it has none. */
  readonly page: number;
  /** `/S/P` and what else does not depend on the filing. */
  readonly entries: string;
  /** Its own attribute objects, written as they are used. */
  readonly attributes: readonly string[];
  readonly kids: readonly PlanKid[];
}

/** The structure of one filing. Whatever is filled in, it has the same elements. */
export interface StructurePlan {
  readonly elements: readonly PlanElement[];
  /** By page, then by mark: the element that the mark belongs to. */
  readonly owners: readonly (readonly number[])[];
  /** By slot: its element. */
  readonly slotElements: readonly number[];
  /** By slot: attribute objects that say what a printed field is, when it is ticked and when not; 0 for live fields. */
  readonly printed: readonly { readonly on: number; readonly off: number }[];
  /** Entries of the root of the structure that come from the form. */
  readonly rootEntries: string;
}

/** Which elements the marks and slots belong to, from the elements themselves. */
export function ownersOf(
  elements: readonly PlanElement[],
  slots: readonly { readonly page: number; readonly mark: number }[],
  pages: number,
): Pick<StructurePlan, 'owners' | 'slotElements'> {
  const owners = Array.from({ length: pages }, (): number[] => []);
  const slotElements = slots.map(() => 0);
  elements.forEach(({ kids }, element) => {
    for (const kid of kids) {
      if (kid.kind === 'mark') (owners[kid.page] as number[])[kid.mark] = element;
      if (kid.kind !== 'slot') continue;
      slotElements[kid.slot] = element;
      const slot = slots[kid.slot];
      if (slot && slot.mark >= 0) (owners[slot.page] as number[])[slot.mark] = element;
    }
  });
  return { owners: owners.map((marks) => Array.from(marks, (owner) => owner ?? 0)), slotElements };
}
