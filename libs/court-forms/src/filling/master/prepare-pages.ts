import { createHash } from 'node:crypto';
import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { UnfillableFormError } from '../errors';
import { markContent, type ContentMark } from '../content/mark-content';
import { enclosed, highestMark } from '../content/printed-content';
import { type ObjectCopier } from '../source/copy-objects';
import { type SourceField, type SourcePage } from '../source/form-source';
import { type PdfSource } from '../source/pdf-source';
import { keptStructure } from '../structure/kept-structure';
import { newStructure } from '../structure/new-structure';
import { type PlanElement } from '../structure/structure-plan';
import { num } from '../writing/pdf-text';
import { deflate, type PdfWriter } from '../writing/pdf-writer';
import { type FieldLooks } from './field-looks';
import { type FormField, type FormPage, type FormSlot } from './loaded-form';

interface Given {
  readonly source: PdfSource;
  readonly copier: ObjectCopier;
  readonly writer: PdfWriter;
  readonly looks: FieldLooks;
  readonly pages: readonly SourcePage[];
  readonly fields: readonly SourceField[];
  readonly planned: ReadonlySet<SourceField>;
  /** In the order of the form's fields. */
  readonly plannedFields: readonly SourceField[];
  readonly formFields: readonly FormField[];
  readonly slots: readonly FormSlot[];
}

interface Prepared {
  readonly pages: readonly FormPage[];
  readonly slots: readonly FormSlot[];
  readonly elements: readonly PlanElement[];
  readonly rootEntries: string;
}

/** Writes the printed pages of a form for all its filings, with tags: its own where it has them, else new ones. */
export function preparePages(given: Given): Prepared {
  const { source, copier, pages, slots, formFields, plannedFields } = given;
  if (pages.some(({ rotation }) => rotation % 360 !== 0))
    throw new UnfillableFormError('a page of it is turned: save it upright');
  const widgetSlots = new Map<PDFDict, number>();
  plannedFields.forEach((field, i) =>
    field.widgets.forEach(({ dictionary }, at) => widgetSlots.set(dictionary, formFields[i]?.slots[at] as number)),
  );
  const kept = keptStructure(source, copier, {
    pages: new Map(pages.map(({ node }, i) => [node, i])),
    slots: widgetSlots,
    slotCount: slots.length,
    slotPages: slots.map(({ page }) => page),
  });
  const marked = pages.map((page) =>
    kept ? { content: page.content, marks: [] } : markContent(page.content, kindOf(source, page)),
  );
  const next = marked.map(({ content, marks }) => (kept ? highestMark(content) + 1 : marks.length));
  const numbered = slots.map((slot) => {
    const field = formFields[slot.field] as FormField;
    if (field.plan.kind === 'live') return slot;
    const mark = next[slot.page] as number;
    next[slot.page] = mark + 1;
    return { ...slot, mark };
  });
  const elements =
    kept?.elements ??
    newStructure(
      marked.map(({ marks }): readonly ContentMark[] => marks),
      numbered.map((slot) => ({ ...slot, isBox: formFields[slot.field]?.type === 'box' })),
    );
  return {
    pages: pages.map((page, i) => writePage(given, page, i, (marked[i] as { content: string }).content, numbered)),
    slots: numbered,
    elements,
    rootEntries: kept?.rootEntries ?? '',
  };
}

function kindOf(source: PdfSource, page: SourcePage): (xobject: string) => 'form' | 'image' {
  const xobjects = source.dictionaryAt(page.resources, 'XObject');
  return (name) => (source.nameAt(source.dictionaryAt(xobjects, name), 'Subtype') === 'Form' ? 'form' : 'image');
}

function writePage(given: Given, page: SourcePage, at: number, printed: string, slots: readonly FormSlot[]): FormPage {
  const { source, copier, writer, looks, fields, planned, formFields, plannedFields } = given;
  const borders = fields.flatMap((field) => {
    const plan = formFields[plannedFields.indexOf(field)]?.plan.kind;
    if (plan === 'live' || field.type === 'Sig') return [];
    return field.widgets
      .filter((widget) => widget.page === at)
      .map((widget) =>
        field.type === 'Btn' && planned.has(field) && looks.ofState(widget, 'Off')
          ? ''
          : (field.flags & 65536) !== 0
            ? ''
            : looks.border(widget),
      );
  });
  const drawn = borders.join('');
  const content = Buffer.from(
    `${enclosed(printed)}${drawn === '' ? '' : `/Artifact BMC\nq\n${drawn}Q\nEMC\n`}`,
    'latin1',
  );
  const id = writer.reserve();
  writer.stream(id, '/Filter/FlateDecode', deflate(content));
  const { resources, cropBox, mediaBox, node } = page;
  const part = (key: string): string => {
    const dictionary = source.dictionaryAt(resources, key);
    return dictionary ? copier.entries(dictionary) : '';
  };
  const looksHere = new Set(
    slots
      .filter((slot) => slot.page === at)
      .flatMap(({ on, off }) => [on?.id, off?.id].filter((look) => look !== undefined)),
  );
  const group = node.get(PDFName.of('Group'));
  const unit = source.numberAt(node, 'UserUnit');
  return {
    mediaBox,
    content: id,
    contentSha256: createHash('sha256').update(content).digest('hex'),
    entries: `/MediaBox[${mediaBox.map(num).join(' ')}]${cropBox ? `/CropBox[${cropBox.map(num).join(' ')}]` : ''}${group ? `/Group ${copier.copy(group)}` : ''}${unit ? `/UserUnit ${num(unit)}` : ''}`,
    resources: writer.reserve(),
    resourceParts: {
      fonts: part('Font'),
      xobjects: part('XObject') + [...looksHere].map((look) => `/CwX${look} ${look} 0 R`).join(''),
      others: resources ? copier.entries(resources, new Set(['Font', 'XObject'])) : '',
    },
  };
}
