import { type Count, type Cycle, type History, type RecordProblem } from '../history';

/** What is known of a joined person beside the histories. */
export interface AboutMerged {
  /** Something of the person may stand elsewhere. */
  readonly incomplete?: boolean;
  readonly problems?: readonly RecordProblem[];
}

/** One history of several of one person, those of the state first. */
export function mergeHistories(person: string, histories: readonly History[], about: AboutMerged = {}): History {
  const names = distinct(
    histories.flatMap(({ name, otherNames }) => [name, ...otherNames]).filter((name) => name !== ''),
  );
  const [name = '', ...otherNames] = names;
  const cycles: Cycle[] = [];
  let subjects = 0;
  for (const each of histories) {
    for (const cycle of each.cycles) cycles.push({ ...cycle, subject: cycle.subject + subjects });
    subjects += each.subjects.length;
  }
  const first = (of: (history: History) => string): string => histories.map(of).find((text) => text !== '') ?? '';
  return {
    person,
    subjects: histories.flatMap((each) => each.subjects),
    name,
    otherNames,
    sex: first(({ sex }) => sex),
    race: first(({ race }) => race),
    birthDates: distinct(histories.flatMap(({ birthDates }) => birthDates)),
    deceased: histories.some(({ deceased }) => deceased),
    incomplete: about.incomplete === true || histories.some(({ incomplete }) => incomplete),
    cycles: onceEach(cycles),
    problems: [...histories.flatMap(({ problems }) => problems), ...(about.problems ?? [])],
  };
}

/** A count of two sources that has one court's county, case number and charge is one count. */
function onceEach(cycles: readonly Cycle[]): Cycle[] {
  const seen = new Map<string, { count: Count; subject: number; rows: Count['rows'][number][] }>();
  const left = cycles.map((cycle) => ({
    ...cycle,
    steps: cycle.steps.map((step) => ({
      ...step,
      counts: step.counts.filter((count) => {
        const number = count.caseNumbers[0]?.number;
        if (step.type !== 'court-action' || number === undefined) return true;
        const key = `${step.agency.county}\0${number}\0${count.charged.offences.map(({ section }) => section).join()}`;
        const same = seen.get(key);
        if (!same) seen.set(key, { count, subject: cycle.subject, rows: [...count.rows] });
        if (!same || same.subject === cycle.subject) return true;
        same.rows.push(...count.rows);
        return false;
      }),
    })),
  }));
  const rowsOf = new Map([...seen.values()].map(({ count, rows }) => [count, rows]));
  return left
    .map((cycle) => ({
      ...cycle,
      steps: cycle.steps
        .map((step) => ({
          ...step,
          counts: step.counts.map((count) => ({ ...count, rows: rowsOf.get(count) ?? count.rows })),
        }))
        .filter(({ counts }) => counts.length > 0),
    }))
    .filter(({ steps }) => steps.length > 0);
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
