import { PDFName } from '@cantoo/pdf-lib';
import { writeBaseFont } from '@clearway/typesetting';
import { UnfillableFormError } from '../errors';
import { type FieldPlan } from '../filling';
import { ObjectCopier } from '../source/copy-objects';
import { readFields, readPages, type SourceField } from '../source/form-source';
import { PdfSource } from '../source/pdf-source';
import { ownersOf } from '../structure/structure-plan';
import { textString } from '../writing/pdf-text';
import { PdfWriter } from '../writing/pdf-writer';
import { FieldLooks } from './field-looks';
import { liveTree } from './live-fields';
import { type FormField, type FormSlot, type LateObjects, type LoadedForm } from './loaded-form';
import { preparePages } from './prepare-pages';

const PUSH_BUTTON = 65536;
const RADIO = 32768;
const MULTILINE = 4096;
const COMB = 16777216;

/**
 * Parses an edition once and writes what all its filings share. `plan` says what becomes of each field; a field that it
 * does not name is left blank.
 * @throws UnfillableFormError when the file cannot be read, has no fields, or lacks a planned field.
 */
export async function openForm(bytes: Uint8Array, plan: readonly FieldPlan[]): Promise<LoadedForm> {
  const source = await PdfSource.open(bytes);
  const sourcePages = readPages(source);
  const sourceFields = readFields(source, sourcePages);
  const plans = new Map(plan.map((each) => [each.field, each]));
  for (const name of plans.keys())
    if (!sourceFields.some((field) => field.name === name)) throw new UnfillableFormError('a field of the plan is not in it');
  const parts: Uint8Array[] = [];
  const writer = new PdfWriter({ write: (part) => void parts.push(part) });
  const late = reserveLate(writer);
  const copier = new ObjectCopier(source, writer);
  const looks = new FieldLooks(source, copier, writer);
  const slots: FormSlot[] = [];
  const fields: FormField[] = [];
  const planned = sourceFields.flatMap((field) => {
    const own = plans.get(field.name);
    return own && own.kind !== 'blank' && (field.flags & PUSH_BUTTON) === 0 ? [{ field, plan: own }] : [];
  });
  for (const { field, plan: own } of planned) {
    const tooltip = field.tooltip.trim() || field.name;
    const at = field.widgets.map((widget) => {
      const box = field.type === 'Btn';
      const on =
        own.kind === 'check' && box && widget.onState !== undefined ? looks.ofState(widget, widget.onState) : undefined;
      const off = own.kind === 'check' && box ? looks.ofState(widget, 'Off') : undefined;
      return (
        slots.push({
          field: fields.length,
          page: widget.page,
          box: widget.box,
          mark: -1,
          onState: widget.onState,
          on,
          off,
        }) - 1
      );
    });
    fields.push(formField(field, own, tooltip, at));
  }
  const prepared = preparePages({
    source,
    copier,
    writer,
    looks,
    pages: sourcePages,
    fields: sourceFields,
    planned: new Set(planned.map(({ field }) => field)),
    slots,
    formFields: fields,
    plannedFields: planned.map(({ field }) => field),
  });
  const live = liveTree(
    planned.flatMap(({ field, plan: own }, i) =>
      own.kind === 'live' && field.widgets.length > 0
        ? [{ field, tooltip: (fields[i] as FormField).tooltip, slots: (fields[i] as FormField).slots }]
        : [],
    ),
    source,
    copier,
    looks,
  );
  const printed = prepared.slots.map((slot) =>
    printedAttributes(slot, fields[slot.field] as FormField, writer, sourceFields),
  );
  const baseFont = writeBaseFont(writer, 'regular');
  const optional = source.catalog.get(PDFName.of('OCProperties'));
  const catalogEntries = optional ? `/OCProperties ${copier.copy(optional)}` : '';
  writer.flush();
  return {
    beginning: writer.beginning(Buffer.concat(parts)),
    late,
    pages: prepared.pages,
    fields,
    slots: prepared.slots,
    live,
    structure: {
      elements: prepared.elements,
      printed,
      rootEntries: prepared.rootEntries,
      ...ownersOf(prepared.elements, prepared.slots, sourcePages.length),
    },
    catalogEntries,
    language: source.textAt(source.catalog, 'Lang') || 'en-US',
    baseFont,
    byName: new Map(fields.map(({ name }, i) => [name, i])),
  };
}

function reserveLate(writer: PdfWriter): LateObjects {
  const first = writer.reserve(8);
  return {
    catalog: first,
    info: first + 1,
    metadata: first + 2,
    pages: first + 3,
    structure: first + 4,
    document: first + 5,
    parents: first + 6,
    form: first + 7,
  };
}

function formField(field: SourceField, plan: FieldPlan, tooltip: string, slots: readonly number[]): FormField {
  const cells = (field.flags & COMB) !== 0 && field.maxLength ? field.maxLength : 0;
  const states =
    field.type === 'Ch'
      ? field.options.map(([exported]) => exported)
      : field.widgets.flatMap(({ onState }) => onState ?? []);
  return {
    name: field.name,
    tooltip,
    type: field.type === 'Btn' ? 'box' : field.type === 'Ch' ? 'list' : field.type === 'Sig' ? 'signature' : 'text',
    plan,
    slots,
    states: [...new Set(states)],
    shown: new Map(field.options),
    multiline: field.type === 'Tx' && (field.flags & MULTILINE) !== 0,
    cells: field.type === 'Tx' ? cells : 0,
    fontSize: Number(/([\d.]+)\s+Tf/.exec(field.defaultAppearance)?.[1] ?? 0),
    alignment: field.alignment === 1 ? 'centre' : field.alignment === 2 ? 'right' : 'left',
  };
}

/** Says of a printed value what field it stands in, as a viewer says it of a live one. */
function printedAttributes(
  slot: FormSlot,
  field: FormField,
  writer: PdfWriter,
  sources: readonly SourceField[],
): { readonly on: number; readonly off: number } {
  if (slot.mark < 0) return { on: 0, off: 0 };
  const description = `/Desc${textString(field.tooltip)}`;
  if (field.type !== 'box') {
    const id = writer.add(`<</O/PrintField/Role/tv${description}>>`);
    return { on: id, off: id };
  }
  const radio = ((sources.find(({ name }) => name === field.name)?.flags ?? 0) & RADIO) !== 0;
  const role = `<</O/PrintField/Role/${radio ? 'rb' : 'cb'}`;
  return {
    on: writer.add(`${role}/checked/on${description}>>`),
    off: writer.add(`${role}/checked/off${description}>>`),
  };
}
