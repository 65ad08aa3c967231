import { readinessOf, type RegisteredForm, libraryEdition } from '@clearway/court-forms';
import { formFactNames } from '@clearway/papers';

/** How far the mapping of a form is. */
export interface MappingState {
  readonly state: 'ready' | 'unconfirmed' | 'incomplete' | 'unreadable' | 'none';
  readonly words: string;
  /** What is missing, each with its cure. */
  readonly missing: readonly string[];
}

export function mappingState(form: RegisteredForm): MappingState {
  const { mapping, unreadable, edition } = libraryEdition(form);
  if (unreadable !== undefined)
    return { state: 'unreadable', words: 'cannot be read', missing: unreadable.split('; ') };
  if (!mapping)
    return { state: 'none', words: 'none', missing: ['it has no mapping: "clearway forms map" begins one'] };
  const from = form.mappingFrom === 'shipped' ? 'comes with Clearway' : "the office's own";
  const { unmapped, unconfirmed } = readinessOf(mapping, edition, formFactNames());
  if (unmapped.length > 0)
    return {
      state: 'incomplete',
      words: `${from}, ${unmapped.length} to put right`,
      missing: [...unmapped, ...unconfirmed],
    };
  if (unconfirmed.length > 0)
    return { state: 'unconfirmed', words: `${from}, ${unconfirmed.length} to confirm`, missing: unconfirmed };
  return { state: 'ready', words: `${from}, complete`, missing: [] };
}

/** A few words of a long text. */
export function short(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 3)}...` : plain;
}
