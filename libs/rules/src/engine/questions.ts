/** What a question asks, and where its answer is to be found. Codes are stable; words may be improved. */
export interface QuestionWords {
  readonly code: string;
  readonly words: string;
  readonly lookIn: string;
}

export const QUESTIONS: readonly QuestionWords[] = [
  { code: 'birth-date', words: 'When was the person born?', lookIn: 'case file, booking sheet' },
  { code: 'conviction-date', words: 'On what day was the conviction?', lookIn: "court's docket" },
  { code: 'severity', words: 'Was the conviction a felony, a misdemeanor or an infraction?', lookIn: "court's docket" },
  {
    code: 'section',
    words: 'Of which section and subdivision was the conviction?',
    lookIn: 'charging document, plea form',
  },
  { code: 'sentence', words: 'How long was the sentence, and when did it end?', lookIn: "court's minutes" },
  {
    code: 'record-incomplete',
    words: 'What do the rows say that could not be read?',
    lookIn: 'rejected_rows.csv, the file as the state delivered it',
  },
  { code: 'other-conviction-date', words: 'On what day was the other conviction?', lookIn: "court's docket" },
  {
    code: 'other-conviction',
    words: 'Did a court convict, where an agency other than a court says so?',
    lookIn: "court's docket",
  },
  { code: 'other-charge', words: 'Of which section was the other conviction?', lookIn: 'charging document, plea form' },
  {
    code: 'other-offence-condition',
    words: 'Does the other offence meet the condition that the list asks for?',
    lookIn: 'case file',
  },
  { code: 'attorney-review', words: 'The policy leaves this to an attorney: is relief granted?', lookIn: 'case file' },
  {
    code: 'no-rule',
    words: 'No rule of the policy covers this section: what does the office elect?',
    lookIn: 'policy of the office',
  },
];

const BY_CODE = new Map(QUESTIONS.map((each) => [each.code, each]));

export function questionWords(code: string): QuestionWords {
  return BY_CODE.get(code) ?? { code, words: code, lookIn: '' };
}

export function isQuestion(code: string): boolean {
  return BY_CODE.has(code);
}
