import { isBetter, type Outcome, type Relief, RELIEF_ORDER, reliefOf } from '@clearway/rules';
import { readCsv } from '@clearway/spreadsheets';
import { ReviewError } from '../errors';

/** One conviction that attorneys are asked about: a row of `review.csv`. */
export interface ReviewItem {
  readonly person: string;
  readonly name: string;
  readonly ciis: string;
  readonly subjectIds: string;
  readonly key: string;
  readonly citation: string;
  readonly charge: string;
  readonly severity: string;
  readonly convictedOn: string;
  readonly court: string;
  readonly caseNumbers: string;
  readonly source: string;
  readonly floor: Relief;
  readonly standing: string;
  readonly basis: string;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly question: string;
  /** Absent for a question of an election. */
  readonly fact?: string;
  readonly answers: readonly { readonly value: string; readonly words: string; readonly outcome: Outcome }[];
  /** Of this conviction: what each source says, with its place; absent where sources do not disagree. Two that say otherwise still share an answer. */
  readonly says?: string;
}

/**
 * The answers that a sheet may take: of a question that the People may bring as a challenge only those that take nothing away from
 * what is presumed, because less than the statute exists as a challenge alone. Whether another record is the person's is answered of the
 * two records, once, and not of each conviction.
 */
export function allowedAnswers({ question, answers }: AskedQuestion): AskedQuestion['answers'] {
  if (question === 'other-record') return [];
  if (!question.startsWith('challenge-')) return answers;
  const best = answers.reduce(
    (most, { outcome }) => (isBetter(reliefOf(outcome), reliefOf(most)) ? outcome : most),
    answers[0]?.outcome ?? 'review',
  );
  return answers.filter(({ outcome }) => outcome === best);
}

/** Would some answer give more than what is filed now? */
export function mayHelp({ answers }: AskedQuestion, floor: Relief): boolean {
  return answers.some(({ outcome }) => isBetter(reliefOf(outcome), floor));
}

const COLUMNS = [
  'Person',
  'Name',
  'CII',
  'Subject ID',
  'File',
  'Line',
  'Conviction',
  'Citation',
  'Charge',
  'Severity',
  'Date of Conviction',
  'Court',
  'Case Number',
  'Floor',
  'Standing',
  'Basis',
  'Answer Codes',
] as const;

/** Reads `review.csv`. Throws a ReviewError when it is of another version or was decided under a replay. */
export function* readReviewCsv(text: string): Generator<ReviewItem> {
  let at: ReadonlyMap<string, number> | undefined;
  for (const { fields } of readCsv(text)) {
    if (!at) {
      at = new Map(fields.map((head, i) => [head.replace(/^\uFEFF/, ''), i]));
      if (COLUMNS.some((column) => at?.get(column) === undefined)) {
        throw new ReviewError(
          'review.not-a-review-file',
          'review.csv lacks columns that a review needs: it was written by another version; run clearway analyze again',
        );
      }
      continue;
    }
    const heads = at;
    yield itemOf((column) => asWritten(fields[heads.get(column) ?? -1] ?? ''));
  }
}

function itemOf(cell: (column: (typeof COLUMNS)[number]) => string): ReviewItem {
  const floor = RELIEF_ORDER.find((each) => each === cell('Floor')) ?? 'none';
  if (cell('Basis') === '') {
    throw new ReviewError(
      'review.replay',
      'these results were decided under a replay, which is only for comparing: run clearway analyze under a policy for filing, such as california-statute',
    );
  }
  return {
    person: cell('Person'),
    name: cell('Name'),
    ciis: cell('CII'),
    subjectIds: cell('Subject ID'),
    key: cell('Conviction'),
    citation: cell('Citation'),
    charge: cell('Charge'),
    severity: cell('Severity'),
    convictedOn: cell('Date of Conviction'),
    court: cell('Court'),
    caseNumbers: cell('Case Number'),
    source: `${cell('File')}, line ${cell('Line')}`,
    floor,
    standing: cell('Standing'),
    basis: cell('Basis'),
    questions: cell('Answer Codes') === '' ? [] : (JSON.parse(cell('Answer Codes')) as AskedQuestion[]),
  };
}

/** Without the apostrophe that keeps a spreadsheet program from running a text. */
function asWritten(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
