import { printDate } from '@clearway/record';
import {
  answerWords,
  type DecidedConviction,
  type DecidedPerson,
  outcomeWords,
  type Policy,
  type PolicyStep,
  type Question,
  questionInWords,
  questionWords,
  saysWords,
} from '@clearway/rules';
import { BYTE_ORDER_MARK, csvRow, safeCsvRow } from '@clearway/spreadsheets';
import { fileLabels } from '../run/file-labels';

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
  'Prosecutor',
  'Floor',
  'Question',
  'In Words',
  'Look In',
  'Answers',
  'Incomplete Record',
  'Standing',
  'Basis',
  'Answer Codes',
] as const;

/** The cells that a conviction's questions fill. */
interface AskedCells {
  readonly codes: string;
  readonly words: string;
  readonly lookIn: string;
  readonly answers: string;
  readonly answerCodes: string;
}

/**
 * Writes `review.csv`: one row for each conviction whose answer is open, in the order of the record,
 * each question with the outcome of every answer. For the office's own attorneys; not for the court.
 */
export class ReviewWriter {
  private readonly steps: ReadonlyMap<string, PolicyStep>;
  private readonly labels: readonly string[];
  private readonly known = new Map<string, AskedCells>();

  /** @param fileNames names of the input files by their index */
  constructor(policy: Policy, fileNames: readonly string[]) {
    this.labels = fileLabels(fileNames);
    this.steps = new Map(policy.steps.map((step) => [step.code, step]));
  }

  /** With a byte order mark: people open it in a spreadsheet program, which takes letters with accents for others without. */
  header(): string {
    return `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}`;
  }

  /**
   * The rows of one person; '' when nothing of theirs is open.
   *
   * @param everyConviction also those of which nothing is open
   */
  rowsOf(person: DecidedPerson, everyConviction = false): string {
    let text = '';
    for (const conviction of person.convictions) {
      if (everyConviction || conviction.determination.outcome === 'review')
        text += safeCsvRow(this.row(person, conviction));
    }
    return text;
  }

  private row(person: DecidedPerson, conviction: DecidedConviction): readonly string[] {
    const { determination, row, court } = conviction;
    const asked = this.asked(determination.questions);
    return [
      person.person,
      person.name,
      person.ciis.join('; '),
      person.subjectIds.join('; '),
      this.labels[row.file] ?? '',
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
      asked.codes,
      asked.words,
      asked.lookIn,
      asked.answers,
      person.incomplete ? 'yes' : '',
      determination.standing,
      conviction.basis ?? '',
      asked.answerCodes,
    ];
  }

  /** The same questions come again and again; what sources say stands in no other conviction. */
  private asked(questions: readonly Question[]): AskedCells {
    let key = '';
    for (const { code, fact = '', answers, says } of questions) {
      if (says) return this.cellsOf(questions);
      key += `${code}\n${fact}\n`;
      for (const { answer, value = '', outcome } of answers) key += `${answer}\t${value}\t${outcome}\n`;
    }
    const known = this.known.get(key);
    if (known) return known;
    const cells = this.cellsOf(questions);
    this.known.set(key, cells);
    return cells;
  }

  private cellsOf(questions: readonly Question[]): AskedCells {
    return {
      codes: questions.map(({ code }) => code).join('; '),
      words: questions.map((question) => questionInWords(question, this.labels)).join(' | '),
      lookIn: [...new Set(questions.map(({ code }) => questionWords(code).lookIn))].join(' | '),
      answers: questions.map((question) => this.answers(question)).join(' | '),
      answerCodes: this.answerCodes(questions),
    };
  }

  /** For `clearway review export`: the questions as JSON, `[{ question, fact, answers: [{ value, words, outcome }], says }]`; '' where nothing is open. */
  private answerCodes(questions: readonly Question[]): string {
    if (questions.length === 0) return '';
    return JSON.stringify(
      questions.map(({ code, fact, answers, says }) => ({
        question: code,
        ...(fact ? { fact } : {}),
        ...(says ? { says: saysWords({ says }, this.labels) } : {}),
        answers: answers.map(({ answer, value, outcome }) => ({
          value: value ?? answer,
          words: value === undefined ? answerWords(answer, this.steps) : answer,
          outcome,
        })),
      })),
    );
  }

  private answers(question: Question): string {
    return question.answers
      .map(({ answer, outcome }) => `${answerWords(answer, this.steps)}: ${outcomeWords(outcome)}`)
      .join('; ');
  }
}

/** How many rows `ReviewWriter.rowsOf` writes for a person. */
export function reviewRows(person: DecidedPerson): number {
  let rows = 0;
  for (const { determination } of person.convictions) if (determination.outcome === 'review') rows++;
  return rows;
}
