import { createHash } from 'node:crypto';
import { readCsv } from '@clearway/spreadsheets';
import { ReviewError } from '../errors';

/** A determination that can be drawn: a row of `Prop64_Results.csv`. */
export interface Determined {
  readonly person: string;
  readonly key: string;
  readonly name: string;
  readonly subjectId: string;
  readonly caseNumbers: string;
  readonly citation: string;
  readonly convictedOn: string;
  readonly severity: string;
  readonly outcome: string;
  readonly floor: string;
  readonly standing: string;
  readonly reason: string;
  readonly section: string;
}

export interface Stratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: readonly Determined[];
}

export interface Sample {
  readonly seed: string;
  /** Determinations in all. */
  readonly size: number;
  readonly strata: readonly Stratum[];
  /** What divides the strata: fewer things where the sample is too small for all. */
  readonly by: readonly string[];
}

const COLUMNS = {
  person: 'Person',
  key: 'Conviction',
  name: 'PRI_NAME',
  subjectId: 'SUBJECT_ID',
  caseNumbers: 'Case Number',
  citation: 'Citation',
  convictedOn: 'Date of Conviction',
  severity: 'Severity',
  outcome: 'Outcome',
  floor: 'Floor',
  standing: 'Standing',
  reason: 'Eligibility Reason',
} as const;

/** Reads the determinations of `Prop64_Results.csv`. Throws a ReviewError when it is not one. */
export function* readDetermined(text: string): Generator<Determined> {
  let at: ReadonlyMap<string, number> | undefined;
  for (const { fields } of readCsv(text)) {
    if (!at) {
      at = new Map(fields.map((head, i) => [head.replace(/^\uFEFF/, ''), i]));
      if (Object.values(COLUMNS).some((column) => at?.get(column) === undefined)) {
        throw new ReviewError(
          'certify.not-results',
          'this is no Prop64_Results.csv of this version: run clearway analyze again',
        );
      }
      continue;
    }
    const heads = at;
    const cells = Object.fromEntries(
      Object.entries(COLUMNS).map(([name, column]) => [name, fields[heads.get(column) ?? -1] ?? '']),
    ) as Record<keyof typeof COLUMNS, string>;
    if (cells.outcome !== '') yield { ...cells, section: /\d{3,5}(?:\.\d+)?/.exec(cells.citation)?.[0] ?? 'unknown' };
  }
}

const DIVISIONS: readonly (readonly [string, (each: Determined) => string])[] = [
  ['outcome', ({ outcome }) => outcome],
  ['section', ({ section }) => section],
  ['what decided', ({ reason }) => reason],
];

/**
 * Draws a stratified sample: one of each stratum at least, the rest by size, each stratum in the order of a hash of seed and
 * conviction. The same determinations and seed give the same sample, in whatever order they come.
 */
export function drawSample(population: readonly Determined[], wanted: number, seed: string): Sample {
  if (population.length === 0) {
    throw new ReviewError('certify.empty', 'the results hold no determination: there is nothing to certify');
  }
  const size = population.length;
  const number = Math.min(wanted, size);
  for (let divisions = DIVISIONS.length; ; divisions--) {
    const groups = divided(population, DIVISIONS.slice(0, divisions));
    if (groups.length > number && divisions > 1) continue;
    if (groups.length > number) {
      throw new ReviewError(
        'certify.too-small',
        `there are ${groups.length} different outcomes: draw at least as many (--sample ${groups.length})`,
      );
    }
    const draws = allocated(
      groups.map(([, members]) => members.length),
      number,
    );
    const strata = groups.map(
      ([name, members], i): Stratum => ({ name, size: members.length, drawn: drawn(members, draws[i] ?? 0, seed) }),
    );
    return { seed, size, strata, by: DIVISIONS.slice(0, divisions).map(([name]) => name) };
  }
}

function divided(population: readonly Determined[], by: typeof DIVISIONS): [string, Determined[]][] {
  const groups = new Map<string, Determined[]>();
  for (const each of population) {
    const name = by.map(([, of]) => of(each)).join(' / ');
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** One each, then by size with the largest remainders; never more than there are. */
export function allocated(sizes: readonly number[], number: number): readonly number[] {
  const draws = sizes.map(() => 1);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (let left = number - sizes.length; left > 0; left--) {
    let most = -1;
    let lack = -Infinity;
    sizes.forEach((size, i) => {
      const missing = (size / total) * number - (draws[i] ?? 0);
      if ((draws[i] ?? 0) < size && missing > lack) [most, lack] = [i, missing];
    });
    if (most < 0) break;
    draws[most] = (draws[most] ?? 0) + 1;
  }
  return draws;
}

function drawn(members: readonly Determined[], number: number, seed: string): readonly Determined[] {
  const placed = members.map(
    (each) =>
      [
        createHash('sha256').update(`clearway/sample/1\n${seed}\n${each.person}\n${each.key}`).digest('hex'),
        each,
      ] as const,
  );
  return placed
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .slice(0, number)
    .map(([, each]) => each);
}
