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
  const byPlace = new Map<string, Mends & { readonly defects: Defect[]; readonly targets: Set<string> }>();
  for (const defect of defects) {
    const place = placeOf(defect);
    const known = byPlace.get(place);
    if (known) {
      known.defects.push(defect);
      for (const key of concern.of(defect)) known.targets.add(key);
      continue;
    }
    if (defect.kind === 'unknown-court-code') {
      const of: Defect[] = [defect];
      const ways = (['convicted', 'dismissed'] as const).map((kind) => (one: History) => codeRead(one, of, kind));
      byPlace.set(place, { defects: of, targets: new Set(concern.of(defect)), ways: () => ways });
    } else
      byPlace.set(place, {
        defects: [defect],
        targets: new Set(concern.of(defect)),
        ways: (targets) => waysOf(defect, history, asOf, targets),
      });
  }
  return [...byPlace.values()];
}

/** One line of the mapping says what a code means wherever it stands. */
function placeOf({ kind, key, field, now }: Defect): string {
  if (kind === 'unknown-court-code') return `${kind} ${now}`;
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

const INCOMPLETE: readonly string[] = [
  'rejected-row',
  'unknown-court-code',
  'possible-other-record',
] satisfies readonly DefectKind[];

/** As if nothing that bars relief stood in what the record lacks. */
function completed(history: History, kind: DefectKind): History {
  return withProblems(
    history,
    history.problems.filter(({ code }) => code !== kind),
  );
}

function withProblems(history: History, problems: History['problems']): History {
  return { ...history, problems, incomplete: problems.some(({ code }) => INCOMPLETE.includes(code)) };
}

/** As if the mapping said of a court's code that it is this. */
function codeRead(history: History, defects: readonly Defect[], kind: 'convicted' | 'dismissed'): History {
  const isRead = (at: Defect['at']): boolean =>
    defects.some((each) => each.at?.file === at?.file && each.at?.row === at?.row);
  const cycles = history.cycles.map((cycle) => ({
    ...cycle,
    steps: cycle.steps.map((step) => ({
      ...step,
      counts: step.counts.map((count) => ({
        ...count,
        dispositions: count.dispositions.map((each) =>
          each.kind === 'other' && isRead(count.rows[each.row]) ? { ...each, kind } : each,
        ),
      })),
    })),
  }));
  const problems = history.problems.filter(({ code, at }) => code !== 'unknown-court-code' || !isRead(at));
  return withProblems({ ...history, cycles }, problems);
}
