import { printDate } from '@clearway/record';
import { type DecidedConviction, type DecidedPerson, type Question } from '@clearway/rules';
import { csvRow, safeCell } from '@clearway/spreadsheets';

/** Renders a question in words; the rule set's catalogue knows how. */
export type QuestionWords = (question: Question) => string;

const COLUMNS = ['Person', 'Name', 'CII', 'Subject ID', 'File', 'Line', 'Conviction', 'Citation', 'Charge', 'Severity', 'Date of Conviction', 'Court', 'Case Number', 'Prosecutor', 'Floor', 'Question', 'In Words', 'Answers', 'Incomplete Record'] as const;

/** First row of `review.csv`. */
export function reviewHeaderCsv(): string {
  return csvRow(COLUMNS);
}

/** What a person's convictions in review share: how files are called and how questions are put in words. */
export interface ReviewRun {
  /** Names of the input files by their index. */
  readonly fileNames: readonly string[];
  readonly words: QuestionWords;
}

/**
 * The rows of `review.csv` for one person: one for each conviction whose answer is open, in the order of the record,
 * each question with the outcome of every answer. For the office's own attorneys; not for the court.
 */
export function reviewCsv(person: DecidedPerson, run: ReviewRun): string {
  let text = '';
  for (const conviction of person.convictions) {
    if (conviction.determination.outcome === 'review') text += csvRow(reviewRow(person, conviction, run).map(safeCell));
  }
  return text;
}

/** How many rows `reviewCsv` writes for a person. */
export function reviewRows(person: DecidedPerson): number {
  return person.convictions.filter(({ determination }) => determination.outcome === 'review').length;
}

function reviewRow(person: DecidedPerson, conviction: DecidedConviction, { fileNames, words }: ReviewRun): readonly string[] {
  const { determination, row, court } = conviction;
  const { questions } = determination;
  return [
    person.person,
    person.name,
    person.ciis.join('; '),
    person.subjectIds.join('; '),
    fileNames[row.file] ?? '',
    String(row.line),
    conviction.key,
    conviction.citation,
    conviction.chargeText,
    conviction.severity,
    printDate(conviction.convictedOn),
    court.name,
    [...new Set(conviction.caseNumbers.map(({ number }) => number.trim()))].join('; '),
    conviction.prosecutor,
    determination.floor,
    questions.map(({ code }) => code).join('; '),
    questions.map(words).join(' | '),
    questions.map(answers).join(' | '),
    person.incomplete ? 'yes' : '',
  ];
}

function answers(question: Question): string {
  return question.answers.map(({ answer, outcome }) => `${answer}: ${outcome}`).join('; ');
}
