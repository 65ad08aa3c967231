import { printDate } from '@clearway/record';
import { type MatchAnswer } from '../formats/codes';
import { type MatchReply } from '../formats/match';
import { type CourtColumns, readCourtTable, throwProblems } from '../reading/court-table';
import { type ExchangeProblem } from '../reading/problem';
import { type AnswerWords, matchAnswer } from '../words/answer-words';

const COLUMNS = {
  ref: ['reference', 'our_ref', 'clearway_ref', 'id'],
  answer: ['status', 'result', 'response', 'court_answer'],
  present_case_number: ['new_case_number', 'new_number', 'present_number', 'current_case_number'],
  present_courthouse: ['new_courthouse', 'present_court', 'new_court', 'transferred_to', 'current_courthouse'],
  answered_on: ['date', 'answer_date', 'on', 'date_answered'],
  note: ['notes', 'comment', 'comments', 'remarks'],
} as const satisfies CourtColumns<string>;
type Head = keyof typeof COLUMNS;

/** A court's answers, with the rows that say nothing yet. */
export interface MatchReplies {
  readonly replies: readonly MatchReply[];
  /** Refs of rows without an answer: the court has not looked yet. */
  readonly unanswered: readonly string[];
}

export interface ReadMatchOptions {
  /** The court's own words. */
  readonly words?: AnswerWords<MatchAnswer>;
  /** Day for rows without one, `yyyymmdd`: the day on which the file came. */
  readonly on: number;
}

/**
 * Reads the list of cases as it came back, CSV or XLSX. Throws an ExchangeFileError with every problem at once: an answer that was
 * misread would keep somebody's motion from being drawn.
 */
export function readMatchReplies(bytes: Uint8Array, file: string, options: ReadMatchOptions): MatchReplies {
  const problems: ExchangeProblem[] = [];
  const table = readCourtTable<Head>(bytes, file, COLUMNS, ['ref', 'answer'], problems);
  const byRef = new Map<string, MatchReply>();
  const unanswered = new Set<string>();
  for (const row of table?.rows ?? []) {
    const ref = row.text('ref').toLowerCase();
    if (!/^m[0-9a-f]{15}$/.test(ref)) {
      row.problem(
        'ref',
        ref === ''
          ? 'is empty: give back the reference that stood there'
          : 'is no reference of a list of cases: give it back as it stood there',
      );
      continue;
    }
    const written = row.text('answer');
    if (written === '') {
      const more = (['present_case_number', 'present_courthouse'] as const).find((head) => row.text(head) !== '');
      if (more) row.problem('answer', `is empty although ${more} is filled: choose an answer`);
      else unanswered.add(ref);
      continue;
    }
    const { answer, nearest } = matchAnswer(written, options.words);
    if (answer === undefined) {
      row.problem('answer', 'is no answer of the list', nearest);
      continue;
    }
    const on = row.day('answered_on') || options.on;
    if (on > options.on) row.problem('answered_on', 'is a day that has not come yet');
    const [caseNumber, courthouse] = [row.text('present_case_number'), row.text('present_courthouse')];
    if (answer === 'renumbered' && caseNumber === '')
      row.problem('present_case_number', 'is empty: a renumbered case needs its present number');
    if (answer === 'transferred' && courthouse === '')
      row.problem('present_courthouse', 'is empty: a transferred case needs the court that has it now');
    if (row.isNumber('present_case_number') && /e/i.test(caseNumber))
      row.problem(
        'present_case_number',
        'was made a number by the spreadsheet program and lost digits: format the column as text and write it again',
      );
    const takesNumber = answer === 'renumbered' || answer === 'transferred';
    const reply: MatchReply = {
      ref,
      answer,
      caseNumber: takesNumber ? caseNumber : '',
      courthouse: answer === 'transferred' ? courthouse : '',
      on: printDate(on),
      note: row.text('note'),
    };
    const before = byRef.get(ref);
    if (before && !saysTheSame(before, reply))
      row.problem('answer', 'contradicts an earlier row with the same reference: keep one of the two');
    else byRef.set(ref, reply);
  }
  throwProblems(problems);
  return { replies: [...byRef.values()], unanswered: [...unanswered].filter((ref) => !byRef.has(ref)) };
}

/** The day and the note may differ. */
export function saysTheSame(a: MatchReply, b: MatchReply): boolean {
  return a.answer === b.answer && a.caseNumber === b.caseNumber && a.courthouse === b.courthouse;
}
