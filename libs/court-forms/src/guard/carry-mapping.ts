import { type FormField } from '../edition/form-edition';
import { bindWithProblems } from '../mapping/bind-mapping';
import { type FieldUse, type MappedField } from '../mapping/mapping';
import { type MappingEntry, type MappingFile } from '../mapping/mapping-file';
import { printMapping, useInWords } from '../mapping/print-mapping';
import { type EditionComparison, type FieldChange } from './compare-editions';

/** A mapping that was carried to the next edition. */
export interface CarriedMapping {
  readonly file: MappingFile;
  /** As a `fields.yaml`, with a remark over everything that a person has to look at. */
  readonly text: string;
  readonly carried: number;
  readonly toConfirm: number;
  readonly lost: number;
}

/**
 * Carries a mapping over as far as it holds. What is certain (kept, or moved with the same words) comes over as it was; everything
 * else waits for a person with `confirm: yes`; a mapped field that is gone stands under `lost`, and blocks filling until it is
 * dealt with.
 */
export function carryMapping(file: MappingFile, comparison: EditionComparison): CarriedMapping {
  const { old, next, changes } = comparison;
  const mapped = new Map(bindWithProblems(file, old).mapping.fields.map((each) => [each.field, each]));
  const entries: MappingEntry[] = [];
  const remarks = new Map<number, string>();
  const lost: { field: string; had: string }[] = [];
  const byNewName = new Map<string, Exclude<FieldChange, { kind: 'lost' }>>();
  for (const change of changes) {
    if (change.kind !== 'lost') byNewName.set(change.next.name, change);
    else {
      const use = mapped.get(change.old.name)?.use;
      if (use && use.kind !== 'blank') lost.push({ field: change.old.name, had: useInWords(use) });
    }
  }
  for (const field of next.fields) {
    const change = byNewName.get(field.name) ?? { kind: 'new' as const, next: field };
    const from = change.kind === 'new' ? undefined : mapped.get(change.old.name);
    const { entry, remark } = carried(field, change, from);
    if (remark !== undefined) remarks.set(entries.length, remark);
    entries.push(entry);
  }
  const result: MappingFile = {
    form: next.form,
    edition: next.edition,
    title: next.title || file.title,
    inForce: {
      from: /^\d{4}(?:-\d{2}){0,2}$/.test(next.edition) ? `${next.edition}-01-01`.slice(0, 10) : file.inForce.from,
    },
    sha256: [next.sha256],
    fieldLists: [next.fieldListSha256],
    confirm: file.confirm,
    lost,
    entries,
  };
  const head = [
    `Carried over from edition ${old.edition}. Nothing with "confirm: yes" is filled: look at the form, put right what is not,`,
    'and take "confirm: yes" away. What stands under "lost" has no field here: map it elsewhere or give it up, and remove it.',
    ...(/^\d{4}/.test(next.edition) ? [] : ['Say under "in force" from which day this edition is filed.']),
  ];
  const toConfirm = entries.filter(({ confirm }) => confirm).length;
  return {
    file: result,
    text: printMapping(result, remarks, head),
    carried: entries.length - toConfirm,
    toConfirm,
    lost: lost.length,
  };
}

function carried(
  field: FormField,
  change: Exclude<FieldChange, { kind: 'lost' }>,
  from: MappedField | undefined,
): { entry: MappingEntry; remark?: string } {
  const base = { field: field.name, ...(field.tooltip === '' ? {} : { tooltip: field.tooltip }), line: 0 };
  if (!from) {
    const seen = field.tooltip || field.label;
    // A button is of the screen and never ours.
    if (field.type === 'button') return { entry: { ...base, use: { kind: 'blank' }, confirm: false } };
    return {
      entry: { ...base, use: { kind: 'blank' }, confirm: true },
      remark: `new in this edition${seen === '' ? '' : `: ${seen}`}`,
    };
  }
  const use = fitted(from.use, field);
  if (!use)
    return {
      entry: { ...base, use: { kind: 'blank' }, confirm: true },
      remark: `${describe(change)}; it had ${useInWords(from.use)}, which does not fit here`,
    };
  const sure = change.kind === 'kept' || (change.kind === 'moved' && change.sure);
  return sure
    ? { entry: { ...base, use, confirm: from.confirm } }
    : { entry: { ...base, use, confirm: true }, remark: describe(change) };
}

/** The use as the field can take it; none when it cannot. */
function fitted(use: FieldUse, field: FormField): FieldUse | undefined {
  const { type, states, fontSize } = field;
  switch (use.kind) {
    case 'text':
      if (type !== 'text') return undefined;
      return fontSize > 0 && use.minSize > fontSize ? { ...use, minSize: Math.max(4, fontSize) } : use;
    case 'check':
      if (type !== 'checkbox' && type !== 'radio') return undefined;
      if (states.includes(use.state)) return use;
      return states.length === 1 ? { ...use, state: states[0] as string } : undefined;
    case 'choose':
      return use.states.every(({ state }) => states.includes(state)) ? use : undefined;
    case 'court':
      return type === 'button' ? undefined : use;
    case 'blank':
      return use;
  }
}

function describe(change: Exclude<FieldChange, { kind: 'lost' }>): string {
  switch (change.kind) {
    case 'renamed':
      return `proposed, ${Math.round(change.score * 100)} of 100: was "${change.old.name}": ${change.reason}${change.others.length === 0 ? '' : `; may also be ${change.others.map((each) => `"${each}"`).join(', ')}`}`;
    case 'moved':
    case 'reworded':
    case 'retyped':
      return change.reason;
    default:
      return '';
  }
}
