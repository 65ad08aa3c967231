import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { UnfillableFormError } from '../errors';
import { keysOf, type PdfSource } from './pdf-source';

export interface SourcePage {
  readonly node: PDFDict;
  readonly resources: PDFDict | undefined;
  /** Left, bottom, right, top in points. */
  readonly mediaBox: readonly number[];
  readonly cropBox: readonly number[] | undefined;
  readonly rotation: number;
  /** The streams of its content, unpacked and joined. */
  readonly content: string;
}

/** One place of a field on a page. */
export interface SourceWidget {
  /** From 0. */
  readonly page: number;
  readonly box: readonly [number, number, number, number];
  readonly dictionary: PDFDict;
  /** The state of this place when it is ticked; for buttons only. */
  readonly onState: string | undefined;
}

export interface SourceField {
  readonly name: string;
  /** Partial names of its ancestors and its own. */
  readonly path: readonly string[];
  readonly type: 'Tx' | 'Btn' | 'Ch' | 'Sig';
  readonly flags: number;
  readonly tooltip: string;
  readonly defaultAppearance: string;
  readonly alignment: number;
  readonly maxLength: number | undefined;
  /** Of lists: what is exported and what is shown. */
  readonly options: readonly (readonly [string, string])[];
  readonly widgets: readonly SourceWidget[];
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

export function readPages(source: PdfSource): readonly SourcePage[] {
  return source.document.getPages().map(({ node }) => {
    const inherited = new Map<string, PDFObject>();
    let at: PDFDict | undefined = node;
    for (let depth = 0; at && depth < 64; depth++) {
      for (const key of INHERITED) {
        const value = at.get(PDFName.of(key));
        if (value !== undefined && !inherited.has(key)) inherited.set(key, value);
      }
      at = source.dictionaryAt(at, 'Parent');
    }
    const numbers = (key: string): readonly number[] | undefined => {
      const values = source.array(inherited.get(key));
      return values.length === 4 ? values.map((value) => Number(String(source.resolve(value)))) : undefined;
    };
    const contents = source.get(node, 'Contents');
    const parts = source.array(contents);
    return {
      node,
      resources: source.dictionary(inherited.get('Resources')),
      mediaBox: numbers('MediaBox') ?? [0, 0, 612, 792],
      cropBox: numbers('CropBox'),
      rotation: Number(String(source.resolve(inherited.get('Rotate')) ?? 0)) || 0,
      content: (parts.length > 0 ? parts : contents ? [contents] : []).map((part) => source.content(part)).join('\n'),
    };
  });
}

/**
 * The fields in the order of the file: those that the form lists, then those that only stand on a page. Fields of one name
 * are one field with several places.
 */
export function readFields(source: PdfSource, pages: readonly SourcePage[]): readonly SourceField[] {
  const form = source.dictionaryAt(source.catalog, 'AcroForm');
  const places = new Map<PDFDict, number>();
  pages.forEach(({ node }, page) => {
    for (const annotation of source.arrayAt(node, 'Annots')) {
      const dictionary = source.dictionary(annotation);
      if (dictionary && source.nameAt(dictionary, 'Subtype') === 'Widget' && !places.has(dictionary))
        places.set(dictionary, page);
    }
  });
  const reader = new FieldReader(source, form, places, new Map(pages.map(({ node }, page) => [node, page])));
  for (const field of source.arrayAt(form, 'Fields')) reader.read(source.dictionary(field), [], []);
  for (const widget of places.keys()) reader.read(rootOf(source, widget), [], []);
  if (reader.fields.size === 0) throw new UnfillableFormError('it has no fields');
  return [...reader.fields.values()];
}

function rootOf(source: PdfSource, widget: PDFDict): PDFDict {
  let root = widget;
  for (let depth = 0; depth < 64; depth++) root = source.dictionaryAt(root, 'Parent') ?? root;
  return root;
}

class FieldReader {
  readonly fields = new Map<string, SourceField>();
  private readonly seen = new Set<PDFDict>();

  constructor(
    private readonly source: PdfSource,
    private readonly form: PDFDict | undefined,
    private readonly places: ReadonlyMap<PDFDict, number>,
    private readonly pages: ReadonlyMap<PDFDict, number>,
  ) {}

  read(field: PDFDict | undefined, ancestors: readonly PDFDict[], above: readonly string[]): void {
    if (!field || this.seen.has(field) || ancestors.length > 64) return;
    this.seen.add(field);
    const { source } = this;
    const own = source.textAt(field, 'T');
    const path = own === undefined ? above : [...above, own];
    const chain = [field, ...ancestors];
    const kids = source.arrayAt(field, 'Kids').flatMap((kid) => source.dictionary(kid) ?? []);
    const isPlace = (kid: PDFDict): boolean => !kid.has(PDFName.of('T')) && !kid.has(PDFName.of('Kids'));
    for (const kid of kids) if (!isPlace(kid)) this.read(kid, chain, path);
    const places = kids.filter(isPlace);
    for (const place of places) this.seen.add(place);
    if (kids.length > 0 && places.length === 0) return;
    const inherited = (key: string): PDFObject | undefined => {
      for (const each of [...chain, this.form]) {
        const value = source.get(each, key);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    const type = source.text(inherited('FT'));
    if (path.length === 0 || (type !== 'Tx' && type !== 'Btn' && type !== 'Ch' && type !== 'Sig')) return;
    const name = path.join('.');
    const widgets = (kids.length > 0 ? places : [field]).flatMap((widget) => this.widget(widget, type));
    const known = this.fields.get(name);
    if (known && known.type !== type) throw new UnfillableFormError('two of its fields have one name');
    this.fields.set(name, {
      name,
      path,
      type,
      flags: Number(String(inherited('Ff') ?? 0)) || 0,
      tooltip: (source.text(inherited('TU')) ?? source.textAt(places[0], 'TU') ?? '').trim(),
      defaultAppearance: source.text(inherited('DA')) ?? source.textAt(places[0], 'DA') ?? '',
      alignment: Number(String(inherited('Q') ?? 0)) || 0,
      maxLength: Number(String(inherited('MaxLen') ?? 0)) || undefined,
      options: this.options(inherited('Opt')),
      ...known,
      widgets: [...(known?.widgets ?? []), ...widgets],
    });
  }

  private widget(dictionary: PDFDict, type: string): SourceWidget[] {
    // A place that no page lists stands where it says itself.
    const page = this.places.get(dictionary) ?? this.pages.get(this.source.dictionaryAt(dictionary, 'P') as PDFDict);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = this.source.numbersAt(dictionary, 'Rect');
    if (page === undefined) return [];
    const normal = this.source.dictionaryAt(this.source.dictionaryAt(dictionary, 'AP'), 'N');
    return [
      {
        page,
        box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
        dictionary,
        onState: type === 'Btn' ? keysOf(normal).find((state) => state !== 'Off') : undefined,
      },
    ];
  }

  private options(value: PDFObject | undefined): readonly (readonly [string, string])[] {
    return this.source.array(value).map((option) => {
      const pair = this.source.array(option).map((part) => this.source.text(part) ?? '');
      const single = this.source.text(option) ?? '';
      return [pair[0] ?? single, pair[1] ?? single] as const;
    });
  }
}
