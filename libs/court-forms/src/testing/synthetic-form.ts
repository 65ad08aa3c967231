import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { type FieldType } from '../edition/form-edition';

/** A field of a made-up form. Points of its names make parents, as the forms of LiveCycle have them. */
export interface SyntheticField {
  readonly name: string;
  readonly type?: FieldType;
  readonly tooltip?: string;
  /** Left and bottom of each place; page from 1. */
  readonly at: readonly (readonly [page: number, left: number, bottom: number, width?: number, height?: number])[];
  /** Of each place in turn for radio buttons, all of them at each place otherwise. */
  readonly states?: readonly string[];
  readonly value?: string;
  readonly maxLength?: number;
  readonly flags?: number;
  readonly appearance?: string;
  /** Words printed beside it: right of a box to tick, else left of it. */
  readonly label?: string;
}

export interface SyntheticForm {
  readonly fields: readonly SyntheticField[];
  readonly pages?: number;
  readonly title?: string;
  readonly language?: string;
  readonly tagged?: boolean;
  readonly words?: readonly (readonly [page: number, left: number, baseline: number, text: string])[];
  readonly xfa?: 'static' | 'dynamic';
  readonly javaScript?: boolean;
  /** Places name no page, and pages alone list them; the form lists nothing. */
  readonly orphaned?: boolean;
}

const FLAGS: Readonly<Record<FieldType, number>> = {
  text: 0,
  checkbox: 0,
  radio: 1 << 15,
  choice: 1 << 17,
  signature: 0,
  button: 1 << 16,
};
const KINDS: Readonly<Record<FieldType, string>> = {
  text: 'Tx',
  checkbox: 'Btn',
  radio: 'Btn',
  choice: 'Ch',
  signature: 'Sig',
  button: 'Btn',
};
const BOX = 10;

/** The bytes of a made-up form: the same every time, for tests. */
export async function syntheticForm(form: SyntheticForm): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = document;
  const pages = Array.from({ length: form.pages ?? 1 }, () => document.addPage([612, 792]));
  const font = await document.embedFont(StandardFonts.Helvetica);
  const roots: PDFRef[] = [];
  const parents = new Map<string, PDFRef>();
  const annotations = pages.map((): PDFRef[] => []);
  const print = (page: number, x: number, y: number, text: string): void =>
    pages[page - 1]?.drawText(text, { x, y, size: 9, font });

  for (const field of form.fields) {
    const type = field.type ?? 'text';
    const ticked = type === 'checkbox' || type === 'radio';
    const parts = field.name.split('.');
    const parent = parts.length > 1 ? parentOf(document, parents, roots, parts.slice(0, -1)) : undefined;
    const own = context.obj({
      FT: KINDS[type],
      Ff: (field.flags ?? 0) | FLAGS[type],
      T: PDFHexString.fromText(parts.at(-1) ?? ''),
    });
    if (type !== 'button') own.set(PDFName.of('DA'), PDFString.of(field.appearance ?? '/Helv 9 Tf 0 g'));
    if (field.tooltip !== undefined) own.set(PDFName.of('TU'), PDFHexString.fromText(field.tooltip));
    if (field.maxLength !== undefined) own.set(PDFName.of('MaxLen'), context.obj(field.maxLength));
    if (field.value !== undefined)
      own.set(PDFName.of('V'), ticked ? PDFName.of(field.value) : PDFHexString.fromText(field.value));
    if (type === 'choice')
      own.set(PDFName.of('Opt'), context.obj((field.states ?? []).map((each) => PDFHexString.fromText(each))));
    const reference = context.register(own);
    if (parent) {
      own.set(PDFName.of('Parent'), parent);
      kidsOf(document, parent).push(reference);
    } else roots.push(reference);
    field.at.forEach(([page, left, bottom, width = ticked ? BOX : 150, height = ticked ? BOX : 14], index) => {
      const shown = type === 'radio' ? [field.states?.[index] ?? String(index)] : (field.states ?? ['Yes']);
      const alone = field.at.length === 1;
      const widget = alone ? own : context.obj({});
      const place = alone ? reference : context.register(widget);
      widget.set(PDFName.of('Type'), PDFName.of('Annot'));
      widget.set(PDFName.of('Subtype'), PDFName.of('Widget'));
      widget.set(PDFName.of('Rect'), context.obj([left, bottom, left + width, bottom + height]));
      if (!form.orphaned && pages[page - 1])
        widget.set(PDFName.of('P'), (pages[page - 1] as (typeof pages)[number]).ref);
      if (ticked)
        widget.set(
          PDFName.of('AP'),
          context.obj({ N: Object.fromEntries([...shown, 'Off'].map((state) => [state, emptyDrawing(document)])) }),
        );
      if (!alone) {
        widget.set(PDFName.of('Parent'), reference);
        kidsOf(document, reference).push(place);
      }
      annotations[page - 1]?.push(place);
    });
    const [first] = field.at;
    if (field.label !== undefined && first) {
      const [page, left, bottom] = first;
      if (ticked) print(page, left + BOX + 6, bottom + 2, field.label);
      else print(page, left - font.widthOfTextAtSize(field.label, 9) - 4, bottom + 3, field.label);
    }
  }
  for (const [page, left, baseline, text] of form.words ?? []) print(page, left, baseline, text);
  pages.forEach((page, index) => page.node.set(PDFName.of('Annots'), context.obj(annotations[index] ?? [])));
  const acroForm = context.obj({ Fields: form.orphaned ? [] : roots, DA: PDFString.of('/Helv 0 Tf 0 g') });
  if (form.xfa) acroForm.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
  if (form.xfa === 'dynamic') catalog.set(PDFName.of('NeedsRendering'), context.obj(true));
  if (form.fields.length > 0 || form.xfa) catalog.set(PDFName.of('AcroForm'), context.register(acroForm));
  if (form.language) catalog.set(PDFName.of('Lang'), PDFString.of(form.language));
  if (form.tagged) {
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot' })));
  }
  if (form.javaScript)
    catalog.set(
      PDFName.of('OpenAction'),
      context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('app.beep()') })),
    );
  if (form.title)
    context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(form.title) }));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

function parentOf(
  document: PDFDocument,
  parents: Map<string, PDFRef>,
  roots: PDFRef[],
  parts: readonly string[],
): PDFRef {
  const path = parts.join('.');
  const known = parents.get(path);
  if (known) return known;
  const dictionary = document.context.obj({ T: PDFHexString.fromText(parts.at(-1) ?? ''), Kids: [] });
  const reference = document.context.register(dictionary);
  parents.set(path, reference);
  if (parts.length === 1) roots.push(reference);
  else {
    const above = parentOf(document, parents, roots, parts.slice(0, -1));
    dictionary.set(PDFName.of('Parent'), above);
    kidsOf(document, above).push(reference);
  }
  return reference;
}

function kidsOf(document: PDFDocument, reference: PDFRef): { push(kid: PDFRef): void } {
  const dictionary = document.context.lookup(reference) as PDFDict;
  if (!dictionary.has(PDFName.of('Kids'))) dictionary.set(PDFName.of('Kids'), document.context.obj([]));
  const kids = dictionary.lookup(PDFName.of('Kids'), PDFArray);
  return { push: (kid) => void kids.push(kid) };
}

function emptyDrawing(document: PDFDocument): PDFRef {
  return document.context.register(
    document.context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, BOX, BOX] }),
  );
}
