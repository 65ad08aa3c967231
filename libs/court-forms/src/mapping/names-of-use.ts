import { type Condition, type FieldUse, type FormMapping } from './mapping';

/** The names of values that a field asks for, in the order of the mapping; some may come twice. */
export function namesOfUse(use: FieldUse): string[] {
  const ofCondition = (condition: Condition): string[] => condition.flatMap((terms) => terms.map(({ name }) => name));
  switch (use.kind) {
    case 'text':
      return [...use.parts.flatMap((part) => ('value' in part ? [part.value] : [])), ...ofCondition(use.when ?? [])];
    case 'check':
      return ofCondition(use.checked);
    case 'choose':
      return use.states.flatMap(({ when }) => ofCondition(when));
    default:
      return [];
  }
}

/** Every name that a mapping asks for, once each, sorted. */
export function namesOfMapping(mapping: FormMapping): string[] {
  return [...new Set(mapping.fields.flatMap(({ use }) => namesOfUse(use)))].sort();
}
