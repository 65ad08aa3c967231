import { problemOfBirths, problemsOfCount } from '../assembly/problems-of';
import { type Cycle, type History, type RecordProblem, type RecordProblemCode, type Subject } from '../history';
import { earliestDay, latestDay, type PartialDate } from '../partial-date';
import { mergeCycles } from './merge-cycles';
import { draftsOf } from './placed-count';

/** What a person has to know beside what the histories say. */
export interface AboutMerged {
  /** Something of the person may be missing. */
  readonly incomplete?: boolean;
  readonly problems?: readonly RecordProblem[];
}

/** What is seen from counts and birth dates: said anew of the whole. */
const SEEN_ANEW = new Set<RecordProblemCode>([
  'conflicting-birth-dates',
  'missing-birth-date',
  'partial-birth-date',
  'missing-event-date',
  'partial-event-date',
  'unknown-severity',
  'unreadable-charge',
]);

/**
 * One history of what several sources have of one person, in the order of the files: the state's first, because its rows carry the
 * results. A count that two sources have is one: it counts once, and each source's rows stand in it. What one source alone has
 * stays. Where two cannot both be right, nothing is chosen (`Count.doubts`, problem `sources-disagree`).
 *
 * Pure: the histories stay as they are. Of one history alone it is that history, under `person`.
 */
export function mergeHistories(person: string, histories: readonly History[], about: AboutMerged = {}): History {
  const [first, ...others] = histories;
  if (!first) throw new RangeError('a person has at least one history');
  const merged = others.reduce(mergeTwo, first);
  const incomplete = merged.incomplete || about.incomplete === true;
  return { ...merged, person, incomplete, problems: distinctProblems([...merged.problems, ...(about.problems ?? [])]) };
}

function mergeTwo(one: History, other: History): History {
  const again = other.cycles.length === 0 || shareRow(one, other);
  const subjects = [...one.subjects];
  const subjectAt = other.subjects.map((subject) => {
    const known = again ? subjects.findIndex((each) => isSameSubject(each, subject)) : -1;
    return known >= 0 ? known : subjects.push(subject) - 1;
  });
  const { cycles, problems } = mergeCycles(
    draftsOf(one, (subject) => subject),
    draftsOf(other, (subject) => subjectAt[subject] ?? 0),
  );
  const birthDates = uniteBirths([...one.birthDates, ...other.birthDates]);
  const [name = '', ...otherNames] = distinct([one.name, ...one.otherNames, other.name, ...other.otherNames]);
  const kept = [...one.problems, ...other.problems].filter(({ code }) => !SEEN_ANEW.has(code));
  return {
    person: one.person,
    subjects,
    name,
    otherNames,
    sex: one.sex || other.sex,
    race: one.race || other.race,
    birthDates,
    ...birthRowsOf(birthDates, [one, other]),
    deceased: one.deceased || other.deceased,
    incomplete: one.incomplete || other.incomplete,
    cycles,
    problems: distinctProblems([...kept, ...problems, ...problemsOf(cycles), ...birthProblem(birthDates)]),
  };
}

/** Is it, in a part, the same record? Two records of one file may both lack a number, and number their cycles alike. */
function shareRow(one: History, other: History): boolean {
  const rowsOf = ({ cycles }: History): readonly string[] =>
    cycles
      .flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.flatMap(({ rows }) => rows)))
      .map(({ file, row, line }) => `${file} ${row} ${line}`);
  const known = new Set(rowsOf(one));
  return rowsOf(other).some((each) => known.has(each));
}

function isSameSubject(one: Subject, other: Subject): boolean {
  return one.file === other.file && one.subjectId === other.subjectId && one.cii === other.cii;
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((each) => each !== ''))];
}

/** A year or month of birth that another source gives to the day is no second birth date. */
function uniteBirths(dates: readonly PartialDate[]): readonly PartialDate[] {
  const all = [...new Set(dates)];
  const isWithin = (inner: PartialDate, outer: PartialDate): boolean =>
    inner !== outer && inner !== 0 && earliestDay(outer) <= earliestDay(inner) && latestDay(inner) <= latestDay(outer);
  return all.filter((each) => !all.some((finer) => isWithin(finer, each)));
}

/** Where each of the dates is written first; none where one of them is written in no row. */
function birthRowsOf(dates: readonly PartialDate[], histories: readonly History[]): Pick<History, 'birthRows'> {
  const rows = dates.map((date) => {
    const from = histories.find(({ birthDates }) => birthDates.includes(date));
    return from?.birthRows?.[from.birthDates.indexOf(date)];
  });
  const birthRows = rows.filter((row) => row !== undefined);
  return birthRows.length === dates.length && dates.length > 0 ? { birthRows } : {};
}

function birthProblem(birthDates: readonly PartialDate[]): readonly RecordProblem[] {
  const code = problemOfBirths(birthDates);
  return code ? [{ code }] : [];
}

function problemsOf(cycles: readonly Cycle[]): readonly RecordProblem[] {
  return cycles
    .flatMap(({ steps }) => steps.flatMap(({ counts }) => counts))
    .flatMap((count) =>
      problemsOfCount(count).map((code): RecordProblem => {
        const [row] = count.rows;
        return row ? { code, at: { file: row.file, row: row.row, line: row.line } } : { code };
      }),
    );
}

function distinctProblems(problems: readonly RecordProblem[]): readonly RecordProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, at }) => {
    const key = at ? `${code} ${at.file} ${at.row} ${at.line}` : code;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
