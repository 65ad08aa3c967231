import { MATCH_ANSWERS } from '../formats/codes';
import { type MatchQuestion } from '../formats/match';
import { type ListedSheet, listedCsv, listedWorkbook } from '../sheets/sheet-file';

/** Columns that we fill, then those that the court fills. */
export const MATCH_HEADS = [
  'ref',
  'courthouse',
  'courthouse_ori',
  'case_number',
  'other_case_numbers',
  'defendant',
  'counts',
  'answer',
  'present_case_number',
  'present_courthouse',
  'answered_on',
  'note',
] as const;

const HELP: readonly string[] = [
  'Please look up each case and choose an answer. Leave a row empty when you have not looked yet, and send the file back as it is, .xlsx or .csv.',
  'exists: the court has the case under this number.',
  'destroyed: the court had the case and has destroyed its record.',
  'already-granted: relief was granted in this case before.',
  'renumbered: the court has the case under another number. Please write it under present_case_number.',
  'transferred: another court has the case. Please write the court under present_courthouse, and its number there if you know it.',
  'not-found: the court has no such case, and does not know what became of it.',
  'Please do not change the column ref: by it the answer finds its case.',
];

function listOf(questions: readonly MatchQuestion[]): ListedSheet {
  return {
    name: 'Cases',
    heads: MATCH_HEADS,
    rows: questions.map(({ ref, courthouse, courthouseOri, caseNumber, otherCaseNumbers, defendant, counts }) => [
      ref,
      courthouse,
      courthouseOri,
      caseNumber,
      otherCaseNumbers.join('; '),
      defendant,
      counts.map(countText).join('; '),
      '',
      '',
      '',
      '',
      '',
    ]),
    widths: {
      ref: 20,
      courthouse: 30,
      defendant: 30,
      counts: 44,
      other_case_numbers: 22,
      present_case_number: 22,
      present_courthouse: 30,
      note: 40,
    },
    choices: { answer: MATCH_ANSWERS },
  };
}

function countText({ count, section, convictionDate }: MatchQuestion['counts'][number]): string {
  return [count === 0 ? '' : `count ${count}:`, section, convictionDate].filter((part) => part !== '').join(' ');
}

/** The list of cases as CSV. */
export function matchListCsv(questions: readonly MatchQuestion[]): string {
  return listedCsv(listOf(questions));
}

/** The list of cases as a workbook with drop-downs for the answers, in pieces. */
export function matchListWorkbook(questions: readonly MatchQuestion[]): AsyncGenerator<Uint8Array> {
  return listedWorkbook('Does the court have these cases?', [listOf(questions)], HELP);
}
