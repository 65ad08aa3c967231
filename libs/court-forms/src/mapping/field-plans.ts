import { intendedValues } from './intended-values';
import { type FormFacts, type FormMapping } from './mapping';

/** What becomes of a field in every filing of an edition, as filling takes it when an edition is opened. */
export type PlannedField =
  | {
      readonly field: string;
      readonly kind: 'text';
      readonly minSize: number;
      readonly overflow: 'attachment' | 'refuse';
    }
  | { readonly field: string; readonly kind: 'check' }
  | { readonly field: string; readonly kind: 'live' }
  | { readonly field: string; readonly kind: 'blank' };

/** The plan of an edition: once for all its filings. */
export function plannedFields(mapping: FormMapping): PlannedField[] {
  return mapping.fields.map(({ field, use }): PlannedField => {
    switch (use.kind) {
      case 'text':
        return { field, kind: 'text', minSize: use.minSize, overflow: use.overflow };
      case 'check':
      case 'choose':
        return { field, kind: 'check' };
      case 'court':
        return { field, kind: 'live' };
      case 'blank':
        return { field, kind: 'blank' };
    }
  });
}

/** The values of one filing by field: a text, or the state of a box. Fields that stay empty are left out. */
export function fieldValues(mapping: FormMapping, facts: FormFacts): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const value of intendedValues(mapping, facts)) {
    if (value.kind === 'text') values[value.field] = value.text;
    else if (value.kind === 'state' && value.state !== '') values[value.field] = value.state;
  }
  return values;
}
