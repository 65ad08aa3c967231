import {
  type Count,
  type CountDoubt,
  type Disposition,
  type Sentence,
  type Severity,
  type SourceSays,
} from '../history';
import { printDate } from '../partial-date';
import { placeOf } from '../quality/place-of';

/** What ends a count without a conviction. */
export const ENDS: ReadonlySet<Disposition['kind']> = new Set(['dismissed', 'acquitted', 'prosecutor-rejected']);

const DOUBTS = ['conviction', 'severity', 'date'] as const;

/**
 * What each of two sources says of what they disagree about; a source that says nothing of it is not named.
 *
 * @param doubts of both together
 * @param differing parts of the sentence that only one of them has, with the count whose they are
 */
export function saysOfBoth(
  one: Count,
  other: Count,
  doubts: readonly CountDoubt[],
  differing: readonly (readonly [Count, Sentence])[],
): readonly SourceSays[] {
  const found = DOUBTS.filter((each) => doubts.includes(each)).flatMap((of) =>
    [one, other].flatMap((count) => saidBefore(count, of) ?? saysOf(count, of)),
  );
  const sentences = [one, other].flatMap((count) => saidBefore(count, 'sentence') ?? []);
  const parts = differing.map(([count, part]) => says('sentence', printPart(part), count, part.row));
  return distinct([...found, ...sentences, ...parts.flat()]);
}

/** What a count of one source says of one value; nothing where it does not say it. */
export function saysOf(count: Count, of: CountDoubt): readonly SourceSays[] {
  const { dispositions } = count;
  const convicted = dispositions.find(({ kind }) => kind === 'convicted');
  if (of === 'conviction') {
    const said = convicted ?? dispositions.find(({ kind }) => ENDS.has(kind));
    return said ? says(of, dispositionWords(said), count, said.row) : [];
  }
  if (of === 'date')
    return convicted && convicted.date > 0 ? says(of, printDate(convicted.date), count, convicted.row) : [];
  if (of !== 'severity') return [];
  const stated = standingSeverity(dispositions);
  return stated ? says(of, stated.severity.toUpperCase(), count, stated.row) : [];
}

/** The grade as it stands, and the row that says so; undefined where none does. */
export function standingSeverity(
  all: readonly Disposition[],
): { readonly severity: Exclude<Severity, 'unknown'>; readonly row: number } | undefined {
  for (const { kind, severity, row } of [...all].reverse()) {
    if (kind === 'reduced-17b') return { severity: severity === 'infraction' ? severity : 'misdemeanor', row };
    if (severity !== 'unknown') return { severity, row };
  }
  return undefined;
}

export function printPart({ place, length, unit }: Sentence): string {
  return [place, length, unit].filter((each) => each !== '').join(' ');
}

function dispositionWords({ text, date }: Disposition): string {
  return date === 0 ? text : `${text} on ${printDate(date)}`;
}

function says(of: SourceSays['of'], value: string, { rows }: Count, row: number): readonly SourceSays[] {
  const at = placeOf(rows[row] ?? rows[0]);
  return at ? [{ of, value, at }] : [];
}

function saidBefore({ says: before = [] }: Count, of: SourceSays['of']): readonly SourceSays[] | undefined {
  const found = before.filter((each) => each.of === of);
  return found.length === 0 ? undefined : found;
}

function distinct(all: readonly SourceSays[]): readonly SourceSays[] {
  const seen = new Set<string>();
  return all.filter(({ of, value, at }) => {
    const key = `${of} ${value} ${at.file} ${at.row} ${at.line}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
