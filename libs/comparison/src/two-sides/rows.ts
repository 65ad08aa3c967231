import { printDate } from '@clearway/record';
import { type DecidedConviction, type Determination } from '@clearway/rules';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { bestOutcome, type ComparedConviction, type ComparedPerson, isMoved, raceOf, type Side } from './side';

/** Columns of `personCells`. */
export const PERSON_COLUMNS = ['Person', 'Name', 'CII', 'Subject ID', 'Born', 'Race', 'Deceased'] as const;

/** `people_by_outcome.csv`: every person with a conviction to decide, with the best outcome on each side. Office only. */
export function peopleHeader([a, b]: readonly [Side, Side]): string {
  return csvRow([
    ...PERSON_COLUMNS,
    `Outcome, ${a.title}`,
    `Outcome, ${b.title}`,
    'Moved',
    'Convictions',
    `With Relief, ${a.title}`,
    `With Relief, ${b.title}`,
  ]);
}

export function peopleRow(person: ComparedPerson): string {
  if (person.convictions.length === 0) return '';
  const best = [bestOutcome(person.convictions, 0), bestOutcome(person.convictions, 1)] as const;
  const relieved = (side: 0 | 1): string =>
    String(person.convictions.filter((each) => each.reliefs[side] !== 'none').length);
  const moved = person.convictions.some(isMoved) ? 'yes' : '';
  return csvRow(
    [...personCells(person), best[0], best[1], moved, String(person.convictions.length), relieved(0), relieved(1)].map(
      safeCell,
    ),
  );
}

/** Columns of `convictionCells`. */
export const CONVICTION_COLUMNS = [
  'Citation',
  'Charge',
  'Severity',
  'Date of Conviction',
  'Court',
  'Case Number',
  'File',
  'Line',
  'Conviction',
] as const;
const SIDE_COLUMNS = ['Outcome', 'Filed', 'Reason', 'Rules', 'Questions'] as const;

/** `moved.csv`: every conviction whose outcome or relief differs, with the reason of each side. Office only. */
export function movedHeader([a, b]: readonly [Side, Side], more: readonly string[] = []): string {
  const sides = [a, b].flatMap(({ title }) => SIDE_COLUMNS.map((column) => `${column}, ${title}`));
  return csvRow([...PERSON_COLUMNS, ...CONVICTION_COLUMNS, ...sides, ...more]);
}

/** @param files names of the inputs by their index */
export function movedRow(
  person: ComparedPerson,
  conviction: ComparedConviction,
  files: readonly string[],
  more: readonly string[] = [],
): string {
  const decided = (conviction.sides[0] ?? conviction.sides[1]) as DecidedConviction;
  const sides = ([0, 1] as const).flatMap((side) => sideCells(conviction, side));
  return csvRow([...personCells(person), ...convictionCells(decided, files), ...sides, ...more].map(safeCell));
}

export function personCells({ history, people }: Pick<ComparedPerson, 'history' | 'people'>): readonly string[] {
  const [person] = people;
  const born = history.birthDates.map(printDate).join('; ');
  return [
    person.person,
    person.name,
    person.ciis.join('; '),
    person.subjectIds.join('; '),
    born,
    raceOf(history),
    person.deceased ? 'yes' : '',
  ];
}

export function convictionCells(conviction: DecidedConviction, files: readonly string[]): readonly string[] {
  const { citation, chargeText, severity, convictedOn, court, caseNumbers, row, key } = conviction;
  const numbers = [...new Set(caseNumbers.map(({ number }) => number.trim()))].join('; ');
  return [
    citation,
    chargeText,
    severity,
    printDate(convictedOn),
    court.name,
    numbers,
    files[row.file] ?? '',
    String(row.line),
    key,
  ];
}

function sideCells({ sides, outcomes, reliefs }: ComparedConviction, side: 0 | 1): readonly string[] {
  const determination = sides[side]?.determination;
  if (!determination) return [outcomes[side], reliefs[side], '', '', ''];
  return [
    outcomes[side],
    reliefs[side],
    determination.reason,
    rulesOf(determination).join('; '),
    determination.questions.map((each) => each.code).join('; '),
  ];
}

/** The rules that decide; of a replay the first that applies. */
export function rulesOf({ decidedBy, trace }: Determination): readonly string[] {
  if (decidedBy.length > 0) return decidedBy;
  const first = trace.find((each) => each.verdict === 'yes');
  return first ? [first.rule] : [];
}
