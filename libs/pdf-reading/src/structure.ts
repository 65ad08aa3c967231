import { PdfReadError } from './errors';
import { type PdfObjects } from './objects';
import { type ReadText } from './page-text';
import { PdfRef, type PdfDictionary, type PdfValue } from './syntax';

/** An element of the structure tree, with the text of its own pieces. */
export interface ReadElement {
  /** As the file names it: `P`, `TD`. */
  readonly role: string;
  /** 1 below the root. */
  readonly depth: number;
  /** Its own text, without that of the elements inside of it: the pieces in reading order as they stand, nothing put between them. */
  readonly text: string;
  /** The page and the mark of its first piece, from 0; -1 where it has none. */
  readonly page: number;
  readonly mark: number;
  /** Annotations that stand in it, such as the boxes of form fields. */
  readonly annotations: number;
  /** `/Alt`, `/T`, and the column scope of a table head; empty where absent. */
  readonly alternative: string;
  readonly title: string;
  readonly scope: string;
}

/** What is wrong with the tags: whoever listens to the paper would miss something, hear it twice or out of place. */
export type StructureProblem =
  | 'not-tagged'
  | 'text-untagged'
  | 'mark-unclaimed'
  | 'mark-claimed-twice'
  | 'parent-differs'
  | 'field-untagged';

export interface ReadStructure {
  /** Every element, each before those inside of it. Empty where the file has no tags. */
  readonly elements: readonly ReadElement[];
  readonly problems: readonly StructureProblem[];
}

interface PageNode {
  readonly id: number;
  readonly dictionary: PdfDictionary;
}

/** The marks of a page: their texts, and which of them an element has claimed. */
interface PageMarks {
  readonly texts: (string | undefined)[];
  readonly claimed: Uint8Array;
  /** By mark: the element that the tree of parents names. */
  readonly parents: readonly PdfValue[];
}

/** Reads the structure tree and holds it against the pages and the tree of parents. */
export function readStructure(
  objects: PdfObjects,
  catalog: PdfDictionary,
  nodes: readonly PageNode[],
  pages: readonly { readonly texts: readonly ReadText[] }[],
): ReadStructure {
  const root = objects.dictionary(catalog.get('StructTreeRoot'));
  const marked = objects.dictionary(catalog.get('MarkInfo'))?.get('Marked') === true;
  if (!root || !marked) return { elements: [], problems: ['not-tagged'] };
  const problems = new Set<StructureProblem>();
  const parents = new Map<number, PdfValue>();
  readParents(objects, objects.dictionary(root.get('ParentTree')), parents);
  const marks = pages.map(({ texts }, i) => marksOf(objects, texts, nodes[i] as PageNode, parents, problems));
  const reader = new StructureReader(objects, new Map(nodes.map(({ id }, i) => [id, i])), marks, parents, problems);
  reader.kids(root.get('K'), undefined, 1);
  if (marks.some(({ claimed, texts }) => texts.some((text, mark) => text !== undefined && claimed[mark] !== 1)))
    problems.add('mark-unclaimed');
  return { elements: reader.elements, problems: [...problems].sort() };
}

function marksOf(
  objects: PdfObjects,
  texts: readonly ReadText[],
  { dictionary }: PageNode,
  parents: ReadonlyMap<number, PdfValue>,
  problems: Set<StructureProblem>,
): PageMarks {
  const byMark: (string | undefined)[] = [];
  for (const { text, mark, artifact } of texts) {
    if (mark >= 0) {
      const before = byMark[mark];
      byMark[mark] = before === undefined ? text : before + text;
    } else if (artifact === undefined) problems.add('text-untagged');
  }
  const key = objects.number(dictionary.get('StructParents'));
  return {
    texts: byMark,
    claimed: new Uint8Array(byMark.length),
    parents: key === undefined ? [] : objects.array(parents.get(key)),
  };
}

function readParents(objects: PdfObjects, node: PdfDictionary | undefined, into: Map<number, PdfValue>): void {
  if (!node) return;
  const entries = objects.array(node.get('Nums'));
  for (let i = 0; i + 1 < entries.length; i += 2)
    into.set(objects.number(entries[i]) ?? -1, entries[i + 1] as PdfValue);
  for (const kid of objects.array(node.get('Kids'))) readParents(objects, objects.dictionary(kid), into);
}

class StructureReader {
  readonly elements: ReadElement[] = [];

  constructor(
    private readonly objects: PdfObjects,
    private readonly pageNumbers: ReadonlyMap<number, number>,
    private readonly marks: readonly PageMarks[],
    private readonly parents: ReadonlyMap<number, PdfValue>,
    private readonly problems: Set<StructureProblem>,
  ) {}

  /** The elements under `value`, which is one kid or an array of them. */
  kids(value: PdfValue | undefined, parent: number | undefined, depth: number): void {
    const resolved = this.objects.resolve(value);
    for (const kid of Array.isArray(resolved) ? resolved : value === undefined ? [] : [value])
      this.element(kid, parent, depth);
  }

  private element(reference: PdfValue, parent: number | undefined, depth: number): void {
    const dictionary = this.objects.dictionary(reference);
    const role = this.objects.name(dictionary?.get('S'));
    if (!dictionary || role === undefined || !(reference instanceof PdfRef))
      throw new PdfReadError('an element of its structure is broken');
    if (depth > 64) throw new PdfReadError('its structure is too deep');
    const above = dictionary.get('P');
    if (parent !== undefined && !(above instanceof PdfRef && above.id === parent)) this.problems.add('parent-differs');
    const at = this.elements.length;
    this.elements.push(EMPTY);
    const own = this.pageOf(dictionary);
    let text = '';
    let page = -1;
    let first = -1;
    let annotations = 0;
    const piece = (mark: number, on: number): void => {
      const words = this.claim(reference.id, on, mark);
      text = page < 0 ? words : text + words;
      if (page < 0) {
        page = on;
        first = mark;
      }
    };
    const kids = this.objects.resolve(dictionary.get('K'));
    for (const kid of Array.isArray(kids)
      ? kids
      : kids === undefined || kids === null
        ? []
        : [dictionary.get('K') as PdfValue]) {
      if (typeof kid === 'number') piece(kid, own);
      else if (kid instanceof Map && this.objects.name(kid.get('Type')) === 'MCR')
        piece(this.objects.number(kid.get('MCID')) ?? -1, kid.has('Pg') ? this.pageOf(kid) : own);
      else if (kid instanceof Map && this.objects.name(kid.get('Type')) === 'OBJR') {
        annotations++;
        this.checkAnnotation(kid.get('Obj'), reference.id);
      } else this.element(kid, reference.id, depth + 1);
    }
    this.elements[at] = {
      role,
      depth,
      text,
      page,
      mark: first,
      annotations,
      alternative: this.objects.text(dictionary.get('Alt')) ?? '',
      title: this.objects.text(dictionary.get('T')) ?? '',
      scope: this.objects.name(this.objects.dictionary(dictionary.get('A'))?.get('Scope')) ?? '',
    };
  }

  private claim(element: number, page: number, mark: number): string {
    const marks = this.marks[page];
    if (!marks) throw new PdfReadError('an element of its structure names a page that the file does not hold');
    if (marks.claimed[mark] === 1) this.problems.add('mark-claimed-twice');
    marks.claimed[mark] = 1;
    const parent = marks.parents[mark];
    if (!(parent instanceof PdfRef && parent.id === element)) this.problems.add('parent-differs');
    return marks.texts[mark] ?? '';
  }

  private checkAnnotation(reference: PdfValue | undefined, element: number): void {
    const key = this.objects.number(this.objects.dictionary(reference)?.get('StructParent'));
    const parent = key === undefined ? undefined : this.parents.get(key);
    if (!(parent instanceof PdfRef && parent.id === element)) this.problems.add('field-untagged');
  }

  private pageOf(dictionary: PdfDictionary): number {
    const page = dictionary.get('Pg');
    return page instanceof PdfRef ? (this.pageNumbers.get(page.id) ?? -1) : -1;
  }
}

const EMPTY: ReadElement = {
  role: '',
  depth: 0,
  text: '',
  page: -1,
  mark: -1,
  annotations: 0,
  alternative: '',
  title: '',
  scope: '',
};
