import { type FieldPlace, type FormEdition, type FormField } from '../edition/form-edition';
import { FieldLikeness, type Likeness, wordsOf } from './likeness';

/** What became of a field from one edition to the next. */
export type FieldChange =
  /** Same name, type and place, and the same words beside it. */
  | { readonly kind: 'kept'; readonly old: FormField; readonly next: FormField }
  /** Same name, type and words at another place. `sure` is false when nothing but the name speaks for it. */
  | {
      readonly kind: 'moved';
      readonly old: FormField;
      readonly next: FormField;
      readonly sure: boolean;
      readonly reason: string;
    }
  /** Same name and place, other words: it may ask for something else now. */
  | { readonly kind: 'reworded'; readonly old: FormField; readonly next: FormField; readonly reason: string }
  /** Same name; another type, or states that are gone. */
  | { readonly kind: 'retyped'; readonly old: FormField; readonly next: FormField; readonly reason: string }
  /** Proposed: another name, but alike. A person confirms it. */
  | {
      readonly kind: 'renamed';
      readonly old: FormField;
      readonly next: FormField;
      readonly score: number;
      readonly reason: string;
      readonly others: readonly string[];
    }
  | { readonly kind: 'lost'; readonly old: FormField }
  | { readonly kind: 'new'; readonly next: FormField };

export interface EditionComparison {
  readonly old: FormEdition;
  readonly next: FormEdition;
  /** In the order of the old edition, then what is new in the order of the new one. */
  readonly changes: readonly FieldChange[];
}

/** Below this nothing is proposed: a person finds it faster than a wrong proposal is undone. */
const LOWEST_PROPOSED = 0.44;
/** A field whose best candidate went to another is given a much worse one only when the fields around it say so. */
const SECOND_CHOICE = 0.2;
const NEIGHBOURS_SAY_SO = 0.3;
/** Another candidate this near is named beside the proposal. */
const NEAR = 0.12;
/** Tooltips or labels less alike than this are of different fields, whatever their names: numbered names are positions. */
const SAME_WORDS = 0.75;

/**
 * Compares two editions of a form. A name alone is not trusted: where the words beside the field changed, a field of the same
 * name may be another one, because forms number their checkboxes by position.
 */
export function compareEditions(old: FormEdition, next: FormEdition): EditionComparison {
  const likeness = new FieldLikeness(old, next);
  const byName = new Map(next.fields.map((field) => [field.name, field]));
  const settled = new Map<string, FieldChange>();
  const takenNew = new Set<string>();
  for (const field of old.fields) {
    const same = byName.get(field.name);
    const change = same && sameName(field, same, likeness.between(field.name, same.name));
    if (!same || !change) continue;
    settled.set(field.name, change);
    takenNew.add(same.name);
  }
  for (const change of proposals(old, next, likeness, settled, takenNew)) {
    settled.set(change.old.name, change);
    takenNew.add(change.next.name);
  }
  return {
    old,
    next,
    changes: [
      ...old.fields.map((field): FieldChange => settled.get(field.name) ?? { kind: 'lost', old: field }),
      ...next.fields
        .filter(({ name }) => !takenNew.has(name))
        .map((field): FieldChange => ({ kind: 'new', next: field })),
    ],
  };
}

function sameName(old: FormField, next: FormField, likeness: Likeness | undefined): FieldChange | undefined {
  const told = wordsOf(old).length > 0 && wordsOf(next).length > 0;
  const sameWords = (likeness?.words ?? 0) >= SAME_WORDS;
  const samePlace =
    old.places.length === next.places.length && old.places.every((place, i) => near(place, next.places[i]));
  const gone = old.states.filter((state) => !next.states.includes(state));
  if (old.type !== next.type)
    return { kind: 'retyped', old, next, reason: `was a ${old.type} and is a ${next.type} now` };
  if (told && !sameWords)
    return samePlace && (likeness?.words ?? 0) > 0.4
      ? { kind: 'reworded', old, next, reason: 'same name and place, but the words beside it changed' }
      : undefined;
  if (gone.length > 0)
    return {
      kind: 'retyped',
      old,
      next,
      reason: `no longer has the state ${gone.map((each) => `"${each}"`).join(', ')}; it has ${next.states.map((each) => `"${each}"`).join(', ') || 'none'}`,
    };
  if (samePlace) return { kind: 'kept', old, next };
  return {
    kind: 'moved',
    old,
    next,
    sure: told,
    reason: told
      ? 'same name and words at another place'
      : 'same name at another place; no words beside it say that it is the same',
  };
}

interface Pair {
  readonly old: FormField;
  readonly next: FormField;
  readonly likeness: Likeness;
}

/** The best pairs first; each field is given away once. */
function proposals(
  old: FormEdition,
  next: FormEdition,
  likeness: FieldLikeness,
  settled: ReadonlyMap<string, FieldChange>,
  takenNew: ReadonlySet<string>,
): Extract<FieldChange, { kind: 'renamed' }>[] {
  const free = next.fields.filter(({ name }) => !takenNew.has(name));
  const pairs = old.fields
    .filter(({ name }) => !settled.has(name))
    .flatMap((field) =>
      free.flatMap((candidate): Pair[] => {
        const found = likeness.between(field.name, candidate.name);
        return found && found.score >= LOWEST_PROPOSED ? [{ old: field, next: candidate, likeness: found }] : [];
      }),
    )
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.old.name < b.old.name ? -1 : 1));
  const [usedOld, usedNew] = [new Set<string>(), new Set<string>()];
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    if (usedOld.has(pair.old.name) || usedNew.has(pair.next.name)) continue;
    const best = pairs.find(({ old: { name } }) => name === pair.old.name)?.likeness.score ?? 0;
    if (best - pair.likeness.score > SECOND_CHOICE && pair.likeness.neighbours < NEIGHBOURS_SAY_SO) continue;
    chosen.push(pair);
    usedOld.add(pair.old.name);
    usedNew.add(pair.next.name);
  }
  return chosen.map(({ old: from, next: to, likeness: found }) => ({
    kind: 'renamed',
    old: from,
    next: to,
    score: Math.round(found.score * 100) / 100,
    reason: reasonOf(from, to, found),
    others: pairs
      .filter(
        (each) => each.old.name === from.name && each.next.name !== to.name && found.score - each.likeness.score < NEAR,
      )
      .map((each) => each.next.name),
  }));
}

function near(a: FieldPlace, b: FieldPlace | undefined): boolean {
  return (
    b !== undefined &&
    a.page === b.page &&
    Math.abs(a.left - b.left) <= 2 &&
    Math.abs(a.right - b.right) <= 2 &&
    Math.abs(a.bottom - b.bottom) <= 2 &&
    Math.abs(a.top - b.top) <= 2
  );
}

function reasonOf(old: FormField, next: FormField, { words, names, place, neighbours }: Likeness): string {
  const reasons = [
    ...(words > 0.95
      ? ['the same words beside it']
      : words > 0.5
        ? ['much the same words beside it']
        : words > 0.25
          ? ['some of the same words beside it']
          : []),
    ...(names > 0.6 && names > words ? ['its name says the same'] : []),
    ...(place > 0.6 ? ['the same place'] : place > 0.2 ? ['a place that overlaps'] : []),
    ...(neighbours > 0.4 ? ['the fields around it are alike'] : []),
    ...(old.type === next.type ? [] : [`but it was a ${old.type} and is a ${next.type} now`]),
  ];
  return reasons.join(', ') || 'order and words together';
}
