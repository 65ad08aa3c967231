import { type CalendarDate, correct, type Defect, type DefectKind, type History } from '@clearway/record';
import { type Concern } from './concern';
import { possibleValues, trial } from './possible-values';

/** The histories that a defect could turn out to be, mended. The same for defects of one place. */
export interface Mends {
  /** Defects of one place are mended together: a birth date is wrong once, however many counts show it. */
  readonly defects: readonly Defect[];
  /** Convictions that it could help by itself. */
  readonly targets: ReadonlySet<string>;
  /** @param targets convictions that are to be helped: days that matter to no other are not tried */
  readonly ways: (targets: ReadonlySet<string>) => readonly ((history: History) => History)[];
}

/** Of a person's defects, how each could be mended. */
export function mendsOf(
  defects: readonly Defect[],
  history: History,
  asOf: CalendarDate,
  concern: Concern,
): readonly Mends[] {
  const byPlace = new Map<string, Mends & { readonly defects: Defect[] }>();
  for (const defect of defects) {
    const place = placeOf(defect);
    const known = byPlace.get(place);
    if (known) known.defects.push(defect);
    else
      byPlace.set(place, {
        defects: [defect],
        targets: concern.of(defect),
        ways: (targets) => waysOf(defect, history, asOf, targets),
      });
  }
  return [...byPlace.values()];
}

function placeOf({ kind, key, field }: Defect): string {
  if (field === '') return `${kind} ${key}`;
  return field === 'birth-date' ? `${kind} ${field}` : `${kind} ${field} ${key}`;
}

function waysOf(
  defect: Defect,
  history: History,
  asOf: CalendarDate,
  targets: ReadonlySet<string>,
): readonly ((history: History) => History)[] {
  if (defect.kind === 'rejected-row' || defect.kind === 'possible-other-record')
    return [(one) => completed(one, defect.kind)];
  const mendedBy =
    (each: Defect, value: string) =>
    (one: History): History =>
      correct(one, [trial(each, history, value)]);
  const ways = possibleValues(defect, history, asOf, targets).map((value) => mendedBy(defect, value));
  if (!defect.or) return ways;
  const other = { ...defect, ...defect.or };
  return [...ways, ...possibleValues(other, history, asOf, targets).map((value) => mendedBy(other, value))];
}

const INCOMPLETE: readonly string[] = ['rejected-row', 'possible-other-record'] satisfies readonly DefectKind[];

/** As if nothing that bars relief stood in what the record lacks. */
function completed(history: History, kind: DefectKind): History {
  const problems = history.problems.filter(({ code }) => code !== kind);
  return { ...history, problems, incomplete: problems.some(({ code }) => INCOMPLETE.includes(code)) };
}
