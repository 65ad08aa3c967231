import { definitionOf, type PaperValues, type ValueName, VALUES } from './vocabulary';

/** Values as a court's form takes them: a text, or a box that is ticked or not. */
export type FormFacts = Readonly<Record<string, string | boolean>>;

/**
 * The values of a filing for a court's form. A number becomes its digits; the items of a list become `line.1.section`, from 1.
 */
export function formFactsOf(values: PaperValues): FormFacts {
  const facts: Record<string, string | boolean> = {};
  for (const name of Object.keys(VALUES) as ValueName[]) {
    const value = values[name];
    const definition = definitionOf(name);
    if (typeof value !== 'object') facts[name] = typeof value === 'number' ? String(value) : value;
    else if (definition?.kind === 'list')
      value.forEach((item, i) => {
        for (const [field, text] of Object.entries(item)) facts[`${definition.item}.${i + 1}.${field}`] = text;
      });
  }
  return facts;
}

/** Every name that a mapping may name; of lists the first item stands here. */
export function formFactNames(): readonly string[] {
  return (Object.keys(VALUES) as ValueName[]).flatMap((name) => {
    const definition = definitionOf(name);
    if (definition?.kind !== 'list') return [name];
    return Object.keys(definition.fields).map((field) => `${definition.item}.1.${field}`);
  });
}

/** Whether a mapping may name it: a value that is no list, or a field of an item, `line.3.section`. */
export function isFormFact(name: string): boolean {
  const definition = definitionOf(name);
  if (definition) return definition.kind !== 'list';
  const [, item = '', field = ''] = /^([a-z]+)\.[1-9]\d*\.([a-zA-Z]+)$/.exec(name) ?? [];
  return (Object.keys(VALUES) as ValueName[]).some((list) => {
    const own = definitionOf(list);
    return own?.kind === 'list' && own.item === item && Object.hasOwn(own.fields, field);
  });
}
