import { PDFName } from '@cantoo/pdf-lib';
import { type SourceField, type SourceWidget } from '../source/form-source';
import { type ObjectCopier } from '../source/copy-objects';
import { type PdfSource } from '../source/pdf-source';
import { nameOf, num, textString } from '../writing/pdf-text';
import { type FieldLooks } from './field-looks';
import { BASE_FONT, type LiveNode } from './loaded-form';

interface LiveField {
  readonly field: SourceField;
  readonly tooltip: string;
  /** Position of the slot of each widget. */
  readonly slots: readonly number[];
}

interface Node {
  parent: number;
  kids: number[];
  entries: string;
  slot: number;
}

/** The tree of the live fields, under the names that they have in the form. */
export function liveTree(
  live: readonly LiveField[],
  source: PdfSource,
  copier: ObjectCopier,
  looks: FieldLooks,
): readonly LiveNode[] {
  const nodes: Node[] = [];
  const byPath = new Map<string, number>();
  const add = (parent: number, entries: string, slot: number): number => {
    const at = nodes.push({ parent, kids: [], entries, slot }) - 1;
    nodes[parent]?.kids.push(at);
    return at;
  };
  const ancestor = (path: readonly string[]): number => {
    if (path.length === 0) return -1;
    const key = path.join('\0');
    const known = byPath.get(key);
    if (known !== undefined) return known;
    const at = add(ancestor(path.slice(0, -1)), `/T${textString(path[path.length - 1] as string)}`, -1);
    byPath.set(key, at);
    return at;
  };
  for (const { field, tooltip, slots } of live) {
    const own = fieldEntries(field, tooltip);
    const parent = ancestor(field.path.slice(0, -1));
    const widgets = field.widgets.map((widget) => widgetEntries(field, widget, source, copier, looks));
    if (widgets.length === 1) add(parent, own + (widgets[0] as string), slots[0] as number);
    else {
      const at = add(parent, own, -1);
      widgets.forEach((entries, i) => add(at, entries, slots[i] as number));
    }
  }
  return nodes;
}

/** Live fields can be filled in: neither read-only nor required, whatever the form says. */
const READ_ONLY_OR_REQUIRED = 3;

function fieldEntries(field: SourceField, tooltip: string): string {
  const flags = field.flags & ~READ_ONLY_OR_REQUIRED;
  const text = field.type === 'Tx' || field.type === 'Ch';
  const size = Number(/([\d.]+)\s+Tf/.exec(field.defaultAppearance)?.[1] ?? 0);
  const options =
    field.type === 'Ch'
      ? `/Opt[${field.options.map(([exported, shown]) => `[${textString(exported)}${textString(shown)}]`).join('')}]`
      : '';
  return `/FT/${field.type}/T${textString(field.path[field.path.length - 1] ?? '')}/TU${textString(tooltip)}${flags === 0 ? '' : `/Ff ${flags}`}${text ? `/DA(/${BASE_FONT} ${num(size)} Tf 0 g)` : ''}${text && field.alignment > 0 ? `/Q ${field.alignment}` : ''}${field.type === 'Tx' && field.maxLength ? `/MaxLen ${field.maxLength}` : ''}${options}`;
}

function widgetEntries(
  field: SourceField,
  widget: SourceWidget,
  source: PdfSource,
  copier: ObjectCopier,
  looks: FieldLooks,
): string {
  const { box, dictionary, onState } = widget;
  const kept = ['MK', 'BS', 'Border'].flatMap((key) => {
    const value = dictionary.get(PDFName.of(key));
    return value === undefined ? [] : [`/${key} ${copier.copy(source.resolve(value))}`];
  });
  const place = `/Type/Annot/Subtype/Widget/F 4/Rect[${box.map(num).join(' ')}]${kept.join('')}`;
  if (field.type !== 'Btn') return `${place}/AP<</N ${looks.empty(widget)} 0 R>>`;
  const state = onState ?? 'Yes';
  const on = looks.ofState(widget, state)?.id ?? looks.cross(box);
  const off = looks.ofState(widget, 'Off')?.id ?? looks.empty(widget);
  return `${place}/AS/Off/AP<</N<<${nameOf(state)} ${on} 0 R/Off ${off} 0 R>>>>`;
}
