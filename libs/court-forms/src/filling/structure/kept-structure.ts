import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { type ObjectCopier } from '../source/copy-objects';
import { type PdfSource } from '../source/pdf-source';
import { type PlanElement, type PlanKid } from './structure-plan';

/** Entries that are written anew for each filing, or name what filings do not have. */
const OWN_ENTRIES = new Set(['Type', 'P', 'K', 'Pg', 'A', 'ID', 'R', 'Ref']);

interface Places {
  readonly pages: ReadonlyMap<PDFDict, number>;
  /** Slots by the dictionary of their widget in the form. */
  readonly slots: ReadonlyMap<PDFDict, number>;
  readonly slotCount: number;
  readonly slotPages: readonly number[];
}

/**
 * The structure of a form that has tags, to be repeated for each filing: same elements, same order; a printed value stands
 * where its field stood. Undefined where the form has none, or one that cannot be repeated.
 */
export function keptStructure(
  source: PdfSource,
  copier: ObjectCopier,
  places: Places,
): { readonly elements: readonly PlanElement[]; readonly rootEntries: string } | undefined {
  const root = source.dictionaryAt(source.catalog, 'StructTreeRoot');
  const marked = String(source.get(source.dictionaryAt(source.catalog, 'MarkInfo'), 'Marked')) === 'true';
  if (!root || !marked) return undefined;
  if (
    [...places.pages.keys()].some(
      (page) => source.numberAt(page, 'StructParents') === undefined && source.get(page, 'Contents') !== undefined,
    )
  )
    return undefined;
  const reader = new KeptStructure(source, copier, places);
  if (!reader.read(root)) return undefined;
  const rootEntries = ['RoleMap', 'ClassMap']
    .flatMap((key) => (root.get(PDFName.of(key)) ? [`/${key} ${copier.copy(root.get(PDFName.of(key)))}`] : []))
    .join('');
  return { elements: reader.elements, rootEntries };
}

class KeptStructure {
  readonly elements: {
    parent: number;
    page: number;
    entries: string;
    attributes: readonly string[];
    kids: PlanKid[];
  }[] = [];
  private readonly placed = new Set<number>();
  private usable = true;

  constructor(
    private readonly source: PdfSource,
    private readonly copier: ObjectCopier,
    private readonly places: Places,
  ) {}

  read(root: PDFDict): boolean {
    this.elements.push({ parent: -1, page: -1, entries: '/S/Part', attributes: [], kids: [] });
    this.kids(root, 0, -1, 0);
    for (let slot = 0; slot < this.places.slotCount; slot++) {
      if (this.placed.has(slot)) continue;
      const element = this.elements.length;
      this.elements.push({
        parent: 0,
        page: this.places.slotPages[slot] as number,
        entries: '/S/Form',
        attributes: [],
        kids: [{ kind: 'slot', slot }],
      });
      this.elements[0]?.kids.push({ kind: 'element', element });
    }
    return this.usable;
  }

  private kids(of: PDFDict, element: number, page: number, depth: number): void {
    if (depth > 64) this.usable = false;
    const value = this.source.get(of, 'K');
    const kids =
      value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [of.get(PDFName.of('K')) as PDFObject];
    for (const kid of this.usable ? kids : []) this.kid(this.source.resolve(kid), element, page, depth);
  }

  private kid(kid: PDFObject | undefined, element: number, page: number, depth: number): void {
    const into = this.elements[element]?.kids as PlanKid[];
    if (kid instanceof PDFNumber) {
      if (page < 0) this.usable = false;
      else into.push({ kind: 'mark', page, mark: kid.asNumber() });
      return;
    }
    if (!(kid instanceof PDFDict)) return;
    const { source } = this;
    const type = source.nameAt(kid, 'Type');
    const own = this.pageOf(kid) ?? page;
    if (type === 'MCR') {
      if (kid.get(PDFName.of('Stm')) || own < 0) this.usable = false;
      else into.push({ kind: 'mark', page: own, mark: source.numberAt(kid, 'MCID') ?? 0 });
    } else if (type === 'OBJR') {
      const slot = this.places.slots.get(source.dictionaryAt(kid, 'Obj') as PDFDict);
      if (slot === undefined || this.placed.has(slot)) return;
      this.placed.add(slot);
      const slotPage = this.places.slotPages[slot] as number;
      if (page >= 0 && page !== slotPage) this.usable = false;
      (this.elements[element] as { page: number }).page = slotPage;
      into.push({ kind: 'slot', slot });
    } else this.element(kid, element, own, depth);
  }

  private element(dictionary: PDFDict, parent: number, page: number, depth: number): void {
    const at = this.elements.length;
    const role = this.source.nameAt(dictionary, 'S');
    if (role === undefined) return;
    const entries = this.copier.entries(dictionary, OWN_ENTRIES);
    const attributes = this.source.get(dictionary, 'A');
    const list =
      attributes instanceof PDFArray
        ? attributes.asArray().filter((each) => !(this.source.resolve(each) instanceof PDFNumber))
        : dictionary.get(PDFName.of('A'))
          ? [dictionary.get(PDFName.of('A')) as PDFObject]
          : [];
    const own = this.pageOf(dictionary) ?? page;
    this.elements[parent]?.kids.push({ kind: 'element', element: at });
    this.elements.push({
      parent,
      page: own,
      entries: parent === 0 && role === 'Document' ? '/S/Sect' : entries,
      attributes: list.map((each) => this.copier.copy(each)),
      kids: [],
    });
    this.kids(dictionary, at, own, depth + 1);
  }

  private pageOf(dictionary: PDFDict): number | undefined {
    const page = this.source.dictionaryAt(dictionary, 'Pg');
    return page ? this.places.pages.get(page) : undefined;
  }
}
