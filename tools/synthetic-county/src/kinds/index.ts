import { CHARGE_KINDS } from './charges';
import { DISPOSITION_KINDS } from './dispositions';
import { type Kind } from './kind';
import { PEOPLE_KINDS } from './people';

/** Every kind, in the order in which they are applied to a person: people last, because they change what others made. */
export const KINDS: readonly Kind[] = [...CHARGE_KINDS, ...DISPOSITION_KINDS, ...PEOPLE_KINDS];

/** A kind that is not known; the message lists those that are. */
export class UnknownKindError extends Error {
  readonly code = 'synthetic.unknown-kind';
  constructor() {
    super(
      `A name in the list of kinds is not known. Use "all", "none", or any of: ${KINDS.map((kind) => kind.name).join(', ')}.`,
    );
    this.name = 'UnknownKindError';
  }
}

/** `undefined` or `['all']` chooses every kind, `['none']` no kind, otherwise those named, in the order of `KINDS`. */
export function chooseKinds(names: readonly string[] | undefined): readonly Kind[] {
  if (names === undefined || (names.length === 1 && names[0] === 'all')) return KINDS;
  if (names.length === 1 && names[0] === 'none') return [];
  const wanted = new Set(names.map((name) => name.trim()));
  for (const name of wanted) if (!KINDS.some((kind) => kind.name === name)) throw new UnknownKindError();
  return KINDS.filter((kind) => wanted.has(kind.name));
}
