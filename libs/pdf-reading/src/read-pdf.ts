import { PdfReadError } from './errors';
import { readFont, type ReadFont } from './fonts';
import { isStream } from './object-lookup';
import { contentOf, PdfObjects } from './objects';
import { type ContentNames, readPageText, type ReadText, type TextProblem } from './page-text';
import { readStructure, type ReadStructure } from './structure';
import { PdfRef, type PdfDictionary, type PdfValue } from './syntax';

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadText[];
}

/** A live form field as a viewer would offer it. */
export interface ReadField {
  /** With the names of its parents, joined by dots. */
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'signature' | 'other';
  readonly value: string;
  readonly tooltip: string;
  /** The boxes on pages: page from 0, place in points, the states of a tick box, whether each has an appearance. */
  readonly widgets: readonly {
    readonly page: number;
    readonly rectangle: readonly number[];
    readonly states: readonly string[];
    readonly appearance: boolean;
  }[];
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly pages: readonly ReadPage[];
  /** What the tags say, in reading order. */
  readonly structure: ReadStructure;
  readonly fields: readonly ReadField[];
  readonly problems: readonly TextProblem[];
}

/**
 * Reads a finished PDF from its bytes alone: text of each page in drawing order through the embedded fonts' own
 * tables, live fields, title and language. Shares no code with whatever wrote the file.
 * @throws PdfReadError when the file is broken or uses something unknown; what cannot be read is never passed over.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = new PdfObjects(bytes);
  const catalog = objects.dictionary(objects.trailer.get('Root'));
  if (!catalog) throw new PdfReadError('it has no catalog');
  const problems = new Set<TextProblem>();
  const fonts = new Map<string, ReadFont>();
  const nodes = pageNodes(objects, catalog.get('Pages'));
  const pages = nodes.map(({ dictionary }) => readPage(objects, dictionary, fonts, problems));
  const info = objects.dictionary(objects.trailer.get('Info'));
  return {
    title: objects.text(info?.get('Title')) ?? '',
    language: objects.text(catalog.get('Lang')) ?? '',
    pages,
    structure: readStructure(objects, catalog, nodes, pages),
    fields: readFields(objects, catalog, new Map(nodes.map(({ id }, i) => [id, i]))),
    problems: [...problems].sort(),
  };
}

function pageNodes(
  objects: PdfObjects,
  root: PdfValue | undefined,
): { readonly id: number; readonly dictionary: PdfDictionary }[] {
  const dictionary = objects.dictionary(root);
  if (!dictionary || !(root instanceof PdfRef)) throw new PdfReadError('its tree of pages is broken');
  if (objects.name(dictionary.get('Type')) === 'Page') return [{ id: root.id, dictionary }];
  return objects.array(dictionary.get('Kids')).flatMap((kid) => pageNodes(objects, kid));
}

function readPage(
  objects: PdfObjects,
  page: PdfDictionary,
  fonts: Map<string, ReadFont>,
  problems: Set<TextProblem>,
): ReadPage {
  const [, , width, height] = objects.array(page.get('MediaBox')).map((edge) => objects.number(edge) ?? 0);
  const content = objects.stream(page.get('Contents'));
  const resources = objects.dictionary(page.get('Resources'));
  if (width === undefined || height === undefined || !content || !resources)
    throw new PdfReadError('a page has no size, no content or no resources');
  return {
    width,
    height,
    texts: readPageText(contentOf(content), namesIn(objects, resources, fonts), { width, height }, problems),
  };
}

function namesIn(objects: PdfObjects, resources: PdfDictionary, fonts: Map<string, ReadFont>): ContentNames {
  const entries = objects.dictionary(resources.get('Font'));
  const drawings = objects.dictionary(resources.get('XObject'));
  return {
    font: (name) => {
      const reference = entries?.get(name);
      const key = reference instanceof PdfRef ? String(reference.id) : '';
      let font = fonts.get(key);
      if (!font) {
        const dictionary = objects.dictionary(reference);
        if (!dictionary) throw new PdfReadError('a page names a font that the file does not hold');
        font = readFont(objects, dictionary);
        if (key !== '') fonts.set(key, font);
      }
      return font;
    },
    form: (name) => {
      const stream = objects.stream(drawings?.get(name));
      if (!stream) throw new PdfReadError('a page names a drawing that the file does not hold');
      if (objects.name(stream.dictionary.get('Subtype')) !== 'Form') return undefined;
      if (stream.dictionary.has('Matrix'))
        throw new PdfReadError('a drawing is moved in a way that this reader does not know');
      return {
        content: contentOf(stream),
        names: namesIn(objects, objects.dictionary(stream.dictionary.get('Resources')) ?? new Map(), fonts),
      };
    },
  };
}

function readFields(
  objects: PdfObjects,
  catalog: PdfDictionary,
  pageNumbers: ReadonlyMap<number, number>,
): ReadField[] {
  const form = objects.dictionary(catalog.get('AcroForm'));
  if (!form) return [];
  return objects.array(form.get('Fields')).flatMap((field) => {
    const dictionary = objects.dictionary(field);
    return dictionary ? fieldsUnder(objects, dictionary, '', pageNumbers) : [];
  });
}

const KINDS: Readonly<Record<string, ReadField['kind']>> = { Tx: 'text', Btn: 'choice', Sig: 'signature' };

function fieldsUnder(
  objects: PdfObjects,
  field: PdfDictionary,
  prefix: string,
  pageNumbers: ReadonlyMap<number, number>,
): ReadField[] {
  const own = objects.text(field.get('T')) ?? '';
  const name = prefix === '' ? own : `${prefix}.${own}`;
  const kids = objects
    .array(field.get('Kids'))
    .map((kid) => objects.dictionary(kid))
    .filter((kid) => kid !== undefined);
  if (kids.some((kid) => kid.has('T'))) return kids.flatMap((kid) => fieldsUnder(objects, kid, name, pageNumbers));
  const value = objects.resolve(field.get('V'));
  return [
    {
      name,
      kind: KINDS[objects.name(field.get('FT')) ?? ''] ?? 'other',
      value: value instanceof Uint8Array ? (objects.text(value) ?? '') : (objects.name(field.get('V')) ?? ''),
      tooltip: objects.text(field.get('TU')) ?? '',
      widgets: (kids.length > 0 ? kids : [field]).map((widget) => readWidget(objects, widget, pageNumbers)),
    },
  ];
}

function readWidget(
  objects: PdfObjects,
  widget: PdfDictionary,
  pageNumbers: ReadonlyMap<number, number>,
): ReadField['widgets'][number] {
  const page = widget.get('P');
  const normal = objects.dictionary(widget.get('AP'))?.get('N');
  const states = objects.resolve(normal);
  return {
    page: page instanceof PdfRef ? (pageNumbers.get(page.id) ?? -1) : -1,
    rectangle: objects.array(widget.get('Rect')).map((edge) => objects.number(edge) ?? 0),
    states: states instanceof Map ? [...states.keys()].filter((state) => state !== 'Off') : [],
    appearance:
      isStream(states) ||
      (states instanceof Map &&
        states.size > 0 &&
        [...states.values()].every((stream) => isStream(objects.resolve(stream)))),
  };
}
