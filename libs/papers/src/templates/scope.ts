import { definitionOf, type ValueDefinition, type ValueName, VALUES } from '../values/vocabulary';
import { nearest } from './nearest';

/** What a name stands for at some place of a template. */
export type Meaning =
  | { readonly kind: 'value'; readonly name: ValueName; readonly definition: ValueDefinition }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'unknown'; readonly words: string };

const NAMES = Object.keys(VALUES) as ValueName[];

/** The names that are known at a place: those of the vocabulary, and within `{#each}` the fields of its item. */
export class Scope {
  private constructor(
    private readonly list: ValueName | undefined,
    /** Every name of the vocabulary that the template has used. */
    readonly used: Set<ValueName>,
  ) {}

  static outermost(): Scope {
    return new Scope(undefined, new Set());
  }

  within(list: ValueName): Scope {
    return new Scope(list, this.used);
  }

  get inEach(): boolean {
    return this.list !== undefined;
  }

  meaningOf(name: string): Meaning {
    const fields = this.fields();
    if (fields.includes(name)) return { kind: 'field', field: name.slice(name.indexOf('.') + 1) };
    const definition = definitionOf(name);
    if (definition) {
      this.used.add(name as ValueName);
      return { kind: 'value', name: name as ValueName, definition };
    }
    return { kind: 'unknown', words: this.unknown(name) };
  }

  private fields(): readonly string[] {
    const definition = this.list === undefined ? undefined : definitionOf(this.list);
    if (definition?.kind !== 'list') return [];
    return Object.keys(definition.fields).map((field) => `${definition.item}.${field}`);
  }

  private unknown(name: string): string {
    for (const list of NAMES) {
      const definition = definitionOf(list);
      if (definition?.kind !== 'list' || !name.startsWith(`${definition.item}.`)) continue;
      if (Object.hasOwn(definition.fields, name.slice(definition.item.length + 1)))
        return `{${name}} stands only between {#each ${list}} and {/each}`;
    }
    return `there is no value {${name}}; the nearest known one is {${nearest(name, [...this.fields(), ...NAMES])}}`;
  }
}
