import { printDate } from '@clearway/record';
import { type DecidedPerson, reliefOwed, usableCaseNumbers } from '@clearway/rules';
import { CsvError, decodeCsv, readCsv } from '@clearway/spreadsheets';
import { type MatchQuestion } from '../formats/match';
import { ExchangeFileError } from '../reading/problem';
import { matchRef } from './match-ref';

/** One count of a case that is asked about. */
export interface AskedCount {
  readonly courthouse: string;
  readonly courthouseOri: string;
  readonly caseNumber: string;
  readonly otherCaseNumbers: readonly string[];
  readonly defendant: string;
  readonly count: number;
  readonly section: string;
  readonly convictionDate: string;
}

/** The cases of one person that relief would be filed in; a conviction without court, number or name is asked about nowhere. */
export function countsAskedOf(person: DecidedPerson): readonly AskedCount[] {
  const defendant = person.name
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .trim()
    .replace(/,$/, '');
  return person.convictions.flatMap((conviction): AskedCount[] => {
    const { determination, court, key, citation, convictedOn } = conviction;
    const [caseNumber, ...otherCaseNumbers] = usableCaseNumbers(conviction);
    const courthouse = court.name.trim() || court.ori.trim();
    const relief = determination.noRecord ? 'none' : reliefOwed(determination);
    if (relief === 'none' || caseNumber === undefined || courthouse === '' || defendant === '') return [];
    const count = Number(key.slice(key.indexOf(':') + 1).slice(6, 9)) || 0;
    return [
      {
        courthouse,
        courthouseOri: court.ori,
        caseNumber,
        otherCaseNumbers,
        defendant,
        count,
        section: citation,
        convictionDate: printDate(convictedOn),
      },
    ];
  });
}

/** Where papers have another court or number than the state's record, the record's own stand in columns of their own. */
const OF_RECORD = ['court_of_record', 'former_case_number'] as const;

const UPDATE_COLUMNS = [
  'courthouse',
  'courthouse_ori',
  'case_number',
  'other_case_numbers',
  'defendant',
  'count',
  'section',
  'conviction_date',
] as const;

/** The same from the `court_update.csv` of a run whose papers are drawn. Throws an ExchangeFileError when it is not one. */
export function countsAskedOfUpdate(bytes: Uint8Array, file: string): readonly AskedCount[] {
  const places = new Map<string, number>();
  const counts: AskedCount[] = [];
  try {
    for (const { fields } of readCsv(decodeCsv(bytes).replace(/^\uFEFF/, ''))) {
      if (places.size === 0) {
        fields.forEach((head, i) => places.set(head, i));
        if (UPDATE_COLUMNS.some((column) => !places.has(column))) break;
        continue;
      }
      const cell = (column: (typeof UPDATE_COLUMNS)[number]): string =>
        (fields[places.get(column) ?? -1] ?? '').replace(/^'(?=[=+\-@])/, '');
      const others = cell('other_case_numbers');
      const [court = '', number = ''] = OF_RECORD.map((column) => fields[places.get(column) ?? -1] ?? '');
      counts.push({
        courthouse: court || cell('courthouse'),
        courthouseOri: cell('courthouse_ori'),
        caseNumber: number || cell('case_number'),
        otherCaseNumbers: others === '' ? [] : others.split('; '),
        defendant: cell('defendant'),
        count: Number(cell('count')) || 0,
        section: cell('section'),
        convictionDate: cell('conviction_date'),
      });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ExchangeFileError([
      {
        file,
        line: error.line,
        column: `column ${error.column}`,
        cure: error.message.replace(/^[^:]*: /, ''),
        nearest: '',
      },
    ]);
  }
  if (UPDATE_COLUMNS.some((column) => !places.has(column))) {
    throw new ExchangeFileError([
      {
        file,
        line: 1,
        column: 'header',
        cure: 'is no court_update.csv of clearway analyze: name a folder of results with papers, or the files of the state',
        nearest: '',
      },
    ]);
  }
  return counts;
}

/** Puts counts together: one question for each court, case and defendant, sorted as a clerk looks them up. */
export function matchQuestions(counts: Iterable<AskedCount>): readonly MatchQuestion[] {
  const byRef = new Map<string, AskedCount[]>();
  for (const count of counts) {
    const ref = matchRef(count.courthouse, count.caseNumber, count.defendant);
    const same = byRef.get(ref);
    if (same) same.push(count);
    else byRef.set(ref, [count]);
  }
  return [...byRef].map(([ref, own]) => questionOf(ref, own)).sort(compareQuestions);
}

function questionOf(ref: string, counts: readonly AskedCount[]): MatchQuestion {
  const sorted = [...counts].sort(
    (a, b) => a.count - b.count || compare(a.section, b.section) || compare(a.convictionDate, b.convictionDate),
  );
  const { courthouse, courthouseOri, caseNumber, defendant } = sorted[0] as AskedCount;
  const others = new Set(sorted.flatMap((each) => each.otherCaseNumbers));
  return {
    ref,
    courthouse,
    courthouseOri,
    caseNumber,
    otherCaseNumbers: [...others].sort(compare),
    defendant,
    counts: sorted.map(({ count, section, convictionDate }) => ({ count, section, convictionDate })),
  };
}

function compareQuestions(a: MatchQuestion, b: MatchQuestion): number {
  return (
    compare(a.courthouse, b.courthouse) || compare(a.caseNumber, b.caseNumber) || compare(a.defendant, b.defendant)
  );
}

/** By code unit, never by locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
