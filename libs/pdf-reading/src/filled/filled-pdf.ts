import { createHash } from 'node:crypto';
import { PdfReadError } from '../errors';
import { readFont, type ReadFont } from '../fonts';
import { isStream } from '../object-lookup';
import { contentOf } from '../objects';
import { PdfName, PdfRef, type PdfDictionary, type PdfValue } from '../syntax';
import { type ByteSource } from './byte-source';
import { LargePdf } from './large-file';
import { multiply, playContent, type Matrix, type PlayedMark } from './play-content';

/** A live field where it stands on a page. */
export interface LiveWidget {
  readonly name: string;
  readonly kind: 'text' | 'button' | 'list' | 'signature' | 'other';
  readonly tooltip: string;
  /** Of the field, and the state that its box shows; empty when there is none. */
  readonly value: string;
  readonly state: string;
  /** Left, bottom, right, top in points. */
  readonly box: readonly number[];
  /** States with an appearance of their own, `Off` among them; for other fields `N` when it has one. */
  readonly states: readonly string[];
  readonly flags: number;
  /** True when the form's own list of fields leads to it. */
  readonly listed: boolean;
  /** The role of the element of the structure that holds it; empty when none does. */
  readonly role: string;
}

/** A form XObject that a page draws: what it is and the box that it covers. */
export interface DrawnLook {
  readonly sha256: string;
  readonly box: readonly [number, number, number, number];
}

export interface FilledPage {
  readonly width: number;
  readonly height: number;
  /** How many streams its content has. */
  readonly contents: number;
  /** SHA-256 of an unpacked stream of its content, hexadecimal. */
  hash(content: number): string;
  /** What a stream of its content draws, as `playContent` reads it. */
  play(content: number): readonly PlayedMark[];
  readonly live: readonly LiveWidget[];
  readonly otherAnnotations: number;
  look(drawing: PlayedMark['drawings'][number]): DrawnLook | undefined;
  /** The role of the element that claims a mark; empty when none does, or another one stands in the tree of parents. */
  roleOf(mark: number): string;
}

const KINDS: Readonly<Record<string, LiveWidget['kind']>> = { Tx: 'text', Btn: 'button', Ch: 'list', Sig: 'signature' };

/**
 * A file of filled forms, read page by page from wherever it lies. Shares no code with what wrote it; what it keeps does not
 * grow with the pages.
 */
export class FilledPdf {
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  /** What no finished file may hold: `XFA`, `NeedAppearances`, `OpenAction`, `JavaScript`, `AA`. */
  readonly unwanted: readonly string[];
  private readonly objects: LargePdf;
  private readonly catalog: PdfDictionary;
  private readonly fonts = new Map<number, ReadFont>();
  private readonly hashes = new Map<number, string>();
  private readonly looks = new Map<
    number,
    { readonly sha256: string; readonly bbox: readonly number[]; readonly matrix: Matrix }
  >();
  private readonly roots: ReadonlySet<number>;
  private readonly parents: ParentTree;

  constructor(source: ByteSource) {
    this.objects = new LargePdf(source);
    const { objects } = this;
    const catalog = objects.dictionary(objects.trailer.get('Root'));
    if (!catalog) throw new PdfReadError('it has no catalog');
    this.catalog = catalog;
    this.title = objects.text(objects.dictionary(objects.trailer.get('Info'))?.get('Title')) ?? '';
    this.language = objects.text(catalog.get('Lang')) ?? '';
    const structure = objects.dictionary(catalog.get('StructTreeRoot'));
    this.tagged = structure !== undefined && objects.dictionary(catalog.get('MarkInfo'))?.get('Marked') === true;
    const form = objects.dictionary(catalog.get('AcroForm'));
    this.roots = new Set(
      objects.array(form?.get('Fields')).flatMap((field) => (field instanceof PdfRef ? [field.id] : [])),
    );
    this.parents = new ParentTree(objects, structure?.get('ParentTree'));
    const names = objects.dictionary(catalog.get('Names'));
    this.unwanted = [
      ...(form?.has('XFA') ? ['XFA'] : []),
      ...(form?.get('NeedAppearances') === true ? ['NeedAppearances'] : []),
      ...['OpenAction', 'AA'].filter((key) => catalog.has(key)),
      ...(names?.has('JavaScript') ? ['JavaScript'] : []),
    ];
  }

  /** How many fields and groups of fields stand at the top of the form. */
  get rootCount(): number {
    return this.roots.size;
  }

  /** The pages in order, each read when it is called for, so that one that is broken does not hide those after it. */
  *pages(): Generator<() => FilledPage> {
    yield* this.pagesUnder(this.catalog.get('Pages'), 0);
  }

  private *pagesUnder(reference: PdfValue | undefined, depth: number): Generator<() => FilledPage> {
    const node = this.objects.dictionary(reference);
    if (!node || depth > 16) throw new PdfReadError('its tree of pages is broken');
    if (this.objects.name(node.get('Type')) === 'Page') yield () => this.page(node, reference);
    else for (const kid of this.objects.array(node.get('Kids'))) yield* this.pagesUnder(kid, depth + 1);
  }

  private page(page: PdfDictionary, reference: PdfValue | undefined): FilledPage {
    const { objects } = this;
    const [left = 0, bottom = 0, right = 0, top = 0] = objects
      .array(page.get('MediaBox'))
      .map((edge) => objects.number(edge) ?? 0);
    const resources = objects.dictionary(page.get('Resources'));
    const contents = page.get('Contents');
    const list =
      contents instanceof PdfRef && !Array.isArray(objects.resolve(contents)) ? [contents] : objects.array(contents);
    const owners = this.parents.array(objects.number(page.get('StructParents')));
    const annotations = objects
      .array(page.get('Annots'))
      .map((annotation) => ({ annotation, dictionary: objects.dictionary(annotation) }));
    const widgets = annotations.flatMap(({ annotation, dictionary }) =>
      dictionary && objects.name(dictionary.get('Subtype')) === 'Widget'
        ? [this.widget(dictionary, annotation, reference)]
        : [],
    );
    return {
      width: right - left,
      height: top - bottom,
      contents: list.length,
      hash: (content) => this.hashOf(list[content]),
      play: (content) => this.played(list[content], resources),
      live: widgets,
      otherAnnotations: annotations.length - widgets.length,
      look: (drawing) => this.look(drawing, resources),
      roleOf: (mark) => this.roleOf(owners[mark], mark, reference),
    };
  }

  private played(content: PdfValue | undefined, resources: PdfDictionary | undefined): readonly PlayedMark[] {
    const stream = this.objects.stream(content);
    if (!stream) throw new PdfReadError('a page lacks content');
    const fonts = this.objects.dictionary(resources?.get('Font'));
    return playContent(contentOf(stream), (name) => this.fontOf(fonts?.get(name)));
  }

  private fontOf(reference: PdfValue | undefined): ReadFont {
    if (!(reference instanceof PdfRef)) throw new PdfReadError('a page names a font that the file does not hold');
    let font = this.fonts.get(reference.id);
    if (!font) {
      const dictionary = this.objects.dictionary(reference);
      if (!dictionary) throw new PdfReadError('a page names a font that the file does not hold');
      font = readFont(this.objects, dictionary);
      this.fonts.set(reference.id, font);
    }
    return font;
  }

  private hashOf(content: PdfValue | undefined): string {
    const stream = this.objects.stream(content);
    if (!(content instanceof PdfRef) || !stream) throw new PdfReadError('a page lacks content');
    let hash = this.hashes.get(content.id);
    if (hash === undefined) {
      hash = createHash('sha256').update(contentOf(stream)).digest('hex');
      if (this.hashes.size < 64) this.hashes.set(content.id, hash);
    }
    return hash;
  }

  private look(
    { name, matrix }: PlayedMark['drawings'][number],
    resources: PdfDictionary | undefined,
  ): DrawnLook | undefined {
    const reference = this.objects.dictionary(resources?.get('XObject'))?.get(name);
    if (!(reference instanceof PdfRef)) return undefined;
    let look = this.looks.get(reference.id);
    if (!look) {
      const stream = this.objects.stream(reference);
      if (!stream) return undefined;
      const numbers = (key: string): number[] =>
        this.objects.array(stream.dictionary.get(key)).map((each) => this.objects.number(each) ?? 0);
      const own = numbers('Matrix');
      look = {
        sha256: createHash('sha256').update(contentOf(stream)).digest('hex'),
        bbox: numbers('BBox'),
        matrix: own.length === 6 ? (own as unknown as Matrix) : [1, 0, 0, 1, 0, 0],
      };
      this.looks.set(reference.id, look);
    }
    const [a, b, c, d, e, f] = multiply(look.matrix, matrix);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = look.bbox;
    const xs = [x1, x2].flatMap((x) => [y1, y2].map((y) => a * x + c * y + e));
    const ys = [x1, x2].flatMap((x) => [y1, y2].map((y) => b * x + d * y + f));
    return { sha256: look.sha256, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
  }

  private roleOf(owner: PdfValue | undefined, mark: number, page: PdfValue | undefined): string {
    const { objects } = this;
    const element = objects.dictionary(owner);
    if (!element) return '';
    const kids = objects.resolve(element.get('K'));
    const onPage = (holder: PdfDictionary): boolean => sameObject(holder.get('Pg'), page);
    const claims = (Array.isArray(kids) ? kids : [kids]).some(
      (kid) => (kid === mark && onPage(element)) || (kid instanceof Map && kid.get('MCID') === mark && onPage(kid)),
    );
    return claims ? (objects.name(element.get('S')) ?? '') : '';
  }

  private widget(widget: PdfDictionary, reference: PdfValue, page: PdfValue | undefined): LiveWidget {
    const { objects } = this;
    const names: string[] = [];
    const inherited = new Map<string, PdfValue>();
    let at: PdfDictionary | undefined = widget;
    let top = reference;
    for (let depth = 0; at && depth < 32; depth++) {
      const own = objects.text(at.get('T'));
      if (own !== undefined) names.unshift(own);
      for (const key of ['FT', 'V', 'TU', 'Ff'])
        if (at.has(key) && !inherited.has(key)) inherited.set(key, at.get(key) as PdfValue);
      const parent: PdfValue | undefined = at.get('Parent');
      if (parent === undefined) break;
      top = parent;
      at = objects.dictionary(parent);
    }
    const normal = objects.dictionary(widget.get('AP'))?.get('N');
    const looks = objects.resolve(normal);
    const value = objects.resolve(inherited.get('V'));
    const element = this.parents.value(objects.number(widget.get('StructParent')));
    const holder = objects.dictionary(element);
    const held = objects
      .array(holder?.get('K'))
      .some((kid) => kid instanceof Map && sameObject(kid.get('Obj'), reference));
    return {
      name: names.join('.'),
      kind: KINDS[objects.name(inherited.get('FT')) ?? ''] ?? 'other',
      tooltip: objects.text(inherited.get('TU')) ?? '',
      value: value instanceof PdfName ? value.name : (objects.text(inherited.get('V')) ?? ''),
      state: objects.name(widget.get('AS')) ?? '',
      box: objects.array(widget.get('Rect')).map((edge) => objects.number(edge) ?? 0),
      states: isStream(looks)
        ? ['N']
        : looks instanceof Map
          ? [...looks].filter(([, stream]) => objects.stream(stream)).map(([state]) => state)
          : [],
      flags: objects.number(inherited.get('Ff')) ?? 0,
      listed: top instanceof PdfRef && this.roots.has(top.id) && sameObject(widget.get('P'), page),
      role: held ? (objects.name(holder?.get('S')) ?? '') : '',
    };
  }
}

/** The tree of parents: its leaves are asked for in order, the last one is kept. */
class ParentTree {
  private readonly leaves: readonly PdfValue[];
  private at = -1;
  private first = 0;
  private entries: readonly PdfValue[] = [];

  constructor(
    private readonly objects: LargePdf,
    root: PdfValue | undefined,
  ) {
    this.leaves = objects.array(objects.dictionary(root)?.get('Kids'));
  }

  value(key: number | undefined): PdfValue | undefined {
    if (key === undefined) return undefined;
    for (
      let leaf = Math.max(this.at, 0), tried = 0;
      tried < this.leaves.length;
      tried++, leaf = (leaf + 1) % this.leaves.length
    ) {
      if (leaf !== this.at) this.open(leaf);
      const at: number = (key - this.first) * 2;
      if (this.entries[at] === key) return this.entries[at + 1];
    }
    return undefined;
  }

  array(key: number | undefined): PdfValue[] {
    return this.objects.array(this.value(key));
  }

  private open(leaf: number): void {
    this.at = leaf;
    this.entries = this.objects.array(this.objects.dictionary(this.leaves[leaf])?.get('Nums'));
    this.first = typeof this.entries[0] === 'number' ? this.entries[0] : 0;
  }
}

function sameObject(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  return a instanceof PdfRef && b instanceof PdfRef && a.id === b.id;
}
