import { type PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { FormFileError } from '../errors';
import { type FieldPlace, type FieldType, type FormField } from './form-edition';
import { PdfValues } from './pdf-values';

/** A field without its printed label, which is looked for when all places are known. */
export type UnlabelledField = Omit<FormField, 'label'>;

const READ_ONLY = 1;
const REQUIRED = 1 << 1;
const MULTILINE = 1 << 12;
const RADIO = 1 << 15;
const PUSH_BUTTON = 1 << 16;
const COMB = 1 << 24;
const ALIGNMENTS = ['left', 'centre', 'right'] as const;
const DEEPEST = 64;

/** What a field has from its parents. */
interface Inherited {
  readonly name: string;
  readonly values: Readonly<Record<string, PDFObject | undefined>>;
}
const INHERITED_KEYS = ['FT', 'Ff', 'V', 'DA', 'MaxLen', 'Q', 'Opt'] as const;

interface FoundField {
  readonly name: string;
  readonly dictionary: PDFDict;
  readonly own: Inherited['values'];
  readonly widgets: readonly PDFDict[];
}

/**
 * All fields of a file: those that the form lists, and those that only stand on a page, as files that were merged carelessly have
 * them. Fields with one name are one field with several places.
 * @throws FormFileError when two fields of different types have one name.
 */
export function fieldsOf(document: PDFDocument, values: PdfValues): UnlabelledField[] {
  const places = new WidgetPlaces(document.getPages(), values);
  const form = values.dictionary(values.get(document.catalog, 'AcroForm'));
  const walk = new FieldWalk(values);
  const start: Inherited = { name: '', values: { DA: values.get(form, 'DA'), Q: values.get(form, 'Q') } };
  for (const root of values.array(values.get(form, 'Fields'))) walk.visit(root, start, 0);
  for (const widget of places.widgets) walk.visit(rootOf(values, widget), start, 0);
  const byName = new Map<string, UnlabelledField>();
  for (const found of walk.found) {
    const field = readField(values, found, places);
    const known = byName.get(field.name);
    if (known && known.type !== field.type) {
      throw new FormFileError(
        'form.names-collide',
        `Two fields of different types are both named "${field.name}": the form cannot be filled by name. Ask the court for a corrected file.`,
      );
    }
    byName.set(field.name, known ? joined(known, field) : field);
  }
  return [...byName.values()];
}

class FieldWalk {
  readonly found: FoundField[] = [];
  private readonly seen = new Set<PDFDict>();

  constructor(private readonly values: PdfValues) {}

  visit(value: PDFObject | undefined, inherited: Inherited, depth: number): void {
    const field = this.values.dictionary(value);
    if (!field || depth > DEEPEST || this.seen.has(field)) return;
    this.seen.add(field);
    const part = this.values.text(this.values.get(field, 'T'));
    const name = part === undefined ? inherited.name : inherited.name === '' ? part : `${inherited.name}.${part}`;
    const own = Object.fromEntries(
      INHERITED_KEYS.map((key) => [key, this.values.get(field, key) ?? inherited.values[key]]),
    );
    const kids = this.values
      .array(this.values.get(field, 'Kids'))
      .map((kid) => this.values.dictionary(kid))
      .filter((kid) => kid !== undefined);
    const widgets = kids.filter((kid) => !kid.has(PDFName.of('T')) && !kid.has(PDFName.of('Kids')));
    for (const kid of kids) if (!widgets.includes(kid)) this.visit(kid, { name, values: own }, depth + 1);
    for (const widget of widgets) this.seen.add(widget);
    if (name === '' || !own['FT']) return;
    if (kids.length === 0)
      this.found.push({ name, dictionary: field, own, widgets: field.has(PDFName.of('Rect')) ? [field] : [] });
    else if (widgets.length > 0)
      this.found.push({ name, dictionary: field, own: withOptionsOf(this.values, own, widgets), widgets });
  }
}

/** Some writers set the appearance on the places and not on their field. */
function withOptionsOf(values: PdfValues, own: Inherited['values'], widgets: readonly PDFDict[]): Inherited['values'] {
  return own['DA'] ? own : { ...own, DA: values.get(widgets[0], 'DA') };
}

function rootOf(values: PdfValues, widget: PDFDict): PDFDict {
  let root = widget;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const parent = values.dictionary(values.get(root, 'Parent'));
    if (!parent) break;
    root = parent;
  }
  return root;
}

/** Which page every place stands on, by the pages' own lists. */
class WidgetPlaces {
  readonly widgets: PDFDict[] = [];
  private readonly pageOf = new Map<PDFDict, number>();
  private readonly pageOfReference = new Map<string, number>();

  constructor(
    pages: readonly PDFPage[],
    private readonly values: PdfValues,
  ) {
    pages.forEach((page, index) => {
      this.pageOfReference.set(page.ref.toString(), index + 1);
      for (const annotation of values.array(values.get(page.node, 'Annots'))) {
        const dictionary = values.dictionary(annotation);
        if (!dictionary || values.name(values.get(dictionary, 'Subtype')) !== 'Widget') continue;
        this.widgets.push(dictionary);
        this.pageOf.set(dictionary, index + 1);
      }
    });
  }

  place(widget: PDFDict, isButton: boolean): FieldPlace {
    const [a = 0, b = 0, c = 0, d = 0] = this.values.numbers(this.values.get(widget, 'Rect'));
    const page = this.pageOf.get(widget) ?? this.claimed(widget);
    const box = {
      page,
      left: round(Math.min(a, c)),
      bottom: round(Math.min(b, d)),
      right: round(Math.max(a, c)),
      top: round(Math.max(b, d)),
    };
    const state = isButton ? statesOf(this.values, widget)[0] : undefined;
    return state === undefined ? box : { ...box, state };
  }

  /** The page that a place itself names, when that page does not list it. */
  private claimed(widget: PDFDict): number {
    const page = widget.get(PDFName.of('P'));
    return page instanceof PDFRef ? (this.pageOfReference.get(page.toString()) ?? 0) : 0;
  }
}

function readField(
  values: PdfValues,
  { name, dictionary, own, widgets }: FoundField,
  places: WidgetPlaces,
): UnlabelledField {
  const flags = values.number(own['Ff']) ?? 0;
  const type = typeOf(values.name(own['FT']) ?? '', flags);
  const ticked = type === 'checkbox' || type === 'radio';
  const [font, fontSize] = appearance(values.text(own['DA']) ?? '');
  const maxLength = values.number(own['MaxLen']);
  const value =
    values.text(own['V']) ??
    values
      .array(own['V'])
      .map((each) => values.text(each) ?? '')
      .join(', ');
  return {
    name,
    type,
    tooltip: (values.text(values.get(dictionary, 'TU')) ?? values.text(values.get(widgets[0], 'TU')) ?? '').trim(),
    places: widgets.map((widget) => places.place(widget, ticked)),
    states: ticked
      ? unique(widgets.flatMap((widget) => statesOf(values, widget)))
      : type === 'choice'
        ? options(values, own['Opt'])
        : [],
    shippedValue: type === 'button' || (ticked && value === 'Off') ? '' : value.trim(),
    ...(type === 'text' && maxLength !== undefined && maxLength > 0 ? { maxLength } : {}),
    multiline: type === 'text' && (flags & MULTILINE) !== 0,
    comb: type === 'text' && (flags & COMB) !== 0 && maxLength !== undefined,
    fontSize,
    font,
    alignment: ALIGNMENTS[values.number(own['Q']) ?? 0] ?? 'left',
    readOnly: (flags & READ_ONLY) !== 0,
    required: (flags & REQUIRED) !== 0,
    flags,
  };
}

function typeOf(kind: string, flags: number): FieldType {
  if (kind === 'Btn') return (flags & PUSH_BUTTON) !== 0 ? 'button' : (flags & RADIO) !== 0 ? 'radio' : 'checkbox';
  return kind === 'Ch' ? 'choice' : kind === 'Sig' ? 'signature' : 'text';
}

/** Only states that have an appearance: another one would show nothing. */
function statesOf(values: PdfValues, widget: PDFDict): string[] {
  const normal = values.get(values.dictionary(values.get(widget, 'AP')), 'N');
  return values.isStream(normal) ? [] : values.keys(values.dictionary(normal)).filter((state) => state !== 'Off');
}

function options(values: PdfValues, list: PDFObject | undefined): string[] {
  return values.array(list).map((each) => values.text(each) ?? values.text(values.array(each)[0]) ?? '');
}

/** Font and size of a default appearance such as `/Helv 10 Tf 0 g`. */
function appearance(text: string): [string, number] {
  const match = /\/(\S+)\s+(-?[\d.]+)\s+Tf/.exec(text);
  return [match?.[1] ?? '', Number(match?.[2] ?? 0) || 0];
}

function joined(a: UnlabelledField, b: UnlabelledField): UnlabelledField {
  return {
    ...a,
    tooltip: a.tooltip === '' ? b.tooltip : a.tooltip,
    places: [...a.places, ...b.places],
    states: unique([...a.states, ...b.states]),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
