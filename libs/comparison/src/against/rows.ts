import { type CalendarDate } from '@clearway/record';
import { isBetter, outcomeWords, questionWords, reliefWords } from '@clearway/rules';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { ageBand } from '../two-sides/side';
import { CONVICTION_COLUMNS, convictionCells, PERSON_COLUMNS, personCells, rulesOf } from '../two-sides/rows';
import { type AgainstConviction, type AgainstPerson } from './compare-old';
import { CLASS_WORDS } from './classes';

const THEN = ['Then: Determination', 'Then: Reason', 'Old File', 'Old Row'];
const NOW = ['Now: Outcome', 'Now: Filed', 'Now: Reason', 'Now: Rules', 'Question', 'Prosecutor'];
const WHY = ['Class', 'Relief Owed', 'Cause', 'Cause In Words', 'Also Shows', 'Date Missing'];

/** `against.csv`: every conviction of either side; and `still_owed.csv`: those for which relief is owed. Office only. */
export function againstHeader(): string {
  return csvRow([...PERSON_COLUMNS, ...CONVICTION_COLUMNS, ...THEN, ...NOW, ...WHY]);
}

/**
 * @param files names of the state's files by their index
 * @param oldFiles names of the old results by theirs
 */
export function againstRow(
  against: AgainstPerson | undefined,
  each: AgainstConviction,
  files: readonly string[],
  oldFiles: readonly string[],
): string {
  const { old, now, class: kind, owed, cause, dateMissing, filed } = each;
  const person = against
    ? personCells({ history: against.history, people: [against.person, against.person] })
    : ['', old?.name ?? '', old?.cii ?? '', old?.subjectId ?? '', '', '', ''];
  const conviction = now
    ? convictionCells(now, files)
    : ['', old?.charge ?? '', '', old?.convictedOn ?? '', '', '', '', '', old?.order ?? ''];
  const then = old ? [old.determination, old.reason, oldFiles[old.file] ?? '', String(old.row)] : ['', '', '', ''];
  const today = now
    ? [
        outcomeWords(now.determination.outcome),
        reliefWords(filed),
        now.determination.reason,
        rulesOf(now.determination).join('; '),
        now.determination.questions.map(({ code }) => questionWords(code).words).join(' | '),
        now.prosecutor,
      ]
    : ['', '', '', '', '', ''];
  const why = [
    CLASS_WORDS[kind],
    owed ? 'yes' : '',
    cause.code,
    cause.words,
    cause.alsoShows.join('; '),
    dateMissing ? 'yes' : '',
  ];
  return csvRow([...person, ...conviction, ...then, ...today, ...why].map(safeCell));
}

/** `still_owed_people.csv`: one row for each person who is still owed relief. Office only. */
export function owedPeopleHeader(): string {
  return csvRow([
    ...PERSON_COLUMNS,
    'Age',
    'Convictions Owed',
    'Best Relief Owed',
    'Open Questions',
    'Causes',
    'Prosecutors',
  ]);
}

/** '' for somebody who is owed nothing. */
export function owedPersonRow(against: AgainstPerson, asOf: CalendarDate): string {
  const { history, person } = against;
  const owed = against.convictions.filter((each) => each.owed);
  if (owed.length === 0) return '';
  const distinct = (values: readonly string[]): string => [...new Set(values)].join('; ');
  return csvRow(
    [
      ...personCells({ history, people: [person, person] }),
      ageBand(history.birthDates, asOf),
      String(owed.length),
      reliefWords(owed.map((each) => each.filed).reduce((best, each) => (isBetter(each, best) ? each : best))),
      String(owed.filter((each) => (each.now?.determination.questions.length ?? 0) > 0).length),
      distinct(owed.map((each) => each.cause.code)),
      distinct(owed.map((each) => each.now?.prosecutor ?? '')),
    ].map(safeCell),
  );
}
