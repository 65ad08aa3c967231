import { type FactsRow } from './facts-row';

/**
 * Where one conviction of the state's list stands by facts alone. `perhaps-done`: a court did something in the case, and the facts do
 * not say whether to this count.
 */
export type OwedStanding = 'owed' | 'granted' | 'challenged' | 'destroyed' | 'perhaps-done';

export interface OwedCount {
  readonly listed: FactsRow;
  readonly standing: OwedStanding;
  /** Relief of another kind, which leaves this one owed. */
  readonly relieved: FactsRow['relieved'];
  /** The rows that say so, the list's first. */
  readonly because: readonly FactsRow[];
}

/** For each conviction on the Department's list, what is still owed by what is known to have been done. Rows are in the order of the list. */
export function owedByFacts(rows: readonly FactsRow[]): readonly OwedCount[] {
  const byPerson = new Map<string, FactsRow[]>();
  for (const row of rows) for (const key of keysOf(row)) byPerson.set(key, [...(byPerson.get(key) ?? []), row]);
  const seen = new Set<string>();
  return rows.flatMap((listed): OwedCount[] => {
    if (listed.onList !== 'yes' || isAgain(listed, seen)) return [];
    const ofPerson = [...new Set(keysOf(listed).flatMap((key) => byPerson.get(key) ?? []))].filter((row) =>
      isOfSame(row, listed),
    );
    const closed = ofPerson.filter((row) => fits(row, listed) === 'covers');
    const perhaps = ofPerson.filter((row) => fits(row, listed) === 'may-cover' && isDone(row));
    const granted = closed.filter((row) => row.granted !== undefined);
    const destroyed = closed.filter((row) => row.destroyed === true);
    const challenged = closed.filter((row) => row.challenge !== undefined);
    const relieved = closed.find((row) => row.relieved !== undefined);
    const [standing, because]: [OwedStanding, readonly FactsRow[]] =
      granted.length > 0
        ? ['granted', granted]
        : challenged.length > 0
          ? ['challenged', challenged]
          : destroyed.length > 0
            ? ['destroyed', destroyed]
            : perhaps.length > 0
              ? ['perhaps-done', perhaps]
              : ['owed', []];
    const all = [...new Set([listed, ...because, ...(relieved ? [relieved] : [])])];
    return [{ listed, standing, relieved: relieved?.relieved, because: all }];
  });
}

function keysOf({ cii, subjectId }: FactsRow): readonly string[] {
  return [cii && `cii ${cii}`, subjectId && `subject ${subjectId}`].filter((each) => each !== '');
}

/** One SUBJECT_ID can stand for two people: two CIIs are two. */
function isOfSame(one: FactsRow, other: FactsRow): boolean {
  return one.cii === '' || other.cii === '' || one.cii === other.cii;
}

function isDone({ granted, destroyed, challenge }: FactsRow): boolean {
  return granted !== undefined || destroyed === true || challenge !== undefined;
}

/** Does a row speak of the listed conviction? A key that the row gives and the list does not leaves it open. */
function fits(row: FactsRow, listed: FactsRow): 'covers' | 'may-cover' | 'no' {
  let open = false;
  const compare = <Value>(mine: Value | undefined, theirs: Value | undefined, same: boolean): boolean => {
    if (mine === undefined) return true;
    if (theirs === undefined) open = true;
    return theirs === undefined || same;
  };
  const given = (text: string): string | undefined => (text === '' ? undefined : text);
  const day = (on: number): number | undefined => (on === 0 ? undefined : on);
  const agrees =
    compare(given(row.caseNumber), given(listed.caseNumber), row.caseNumber === listed.caseNumber) &&
    compare(given(row.count), given(listed.count), row.count === listed.count) &&
    compare(day(row.convictedOn), day(listed.convictedOn), row.convictedOn === listed.convictedOn) &&
    compare(row.section, listed.section, isWithin(listed.section, row.section));
  if (!agrees) return 'no';
  if (row.section && listed.section && row.section.path.length > listed.section.path.length) open = true;
  return open ? 'may-cover' : 'covers';
}

function isWithin(narrow: FactsRow['section'], wide: FactsRow['section']): boolean {
  if (!narrow || !wide) return false;
  const path = wide.path.every((letter, i) => narrow.path[i] === undefined || narrow.path[i] === letter);
  return narrow.code === wide.code && narrow.section === wide.section && path;
}

/** The same conviction twice on the list is one. */
function isAgain({ cii, subjectId, caseNumber, count, section, convictedOn }: FactsRow, seen: Set<string>): boolean {
  // Without the number of a count two rows of a case may be two counts.
  if (count === '') return false;
  const key = JSON.stringify([cii || subjectId, caseNumber, count, section, convictedOn]);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
