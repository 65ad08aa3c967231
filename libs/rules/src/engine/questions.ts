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
    lookIn: 'rejected_rows.csv, the file as it was delivered',
  },
  {
    code: 'court-code',
    words: "What does the court's code of a disposition mean that the mapping of its export does not know?",
    lookIn: "unknown_codes.csv; the court's list of its codes, then codes.disposition of the mapping",
  },
  {
    code: 'other-record',
    words: "Is another record, which holds a conviction, this person's?",
    lookIn: 'the sheet "One person" of the review workbook, same_person.csv; court files of both',
  },
  { code: 'other-conviction-date', words: 'On what day was the other conviction?', lookIn: "court's docket" },
  {
    code: 'other-conviction',
    words: 'Did a court convict, where an agency other than a court says so?',
    lookIn: "court's docket",
  },
  {
    code: 'disputed-conviction',
    words: 'One source says that a court convicted, another that it did not: which is right?',
    lookIn: "court's docket, minutes of that day; then `clearway fix` or an answer here",
  },
  {
    code: 'disputed-prior',
    words: 'One source calls another count of the record a conviction, another source does not: which is right?',
    lookIn: "court's docket of that case; `clearway fix` settles it for the whole record",
  },
  { code: 'other-charge', words: 'Of which section was the other conviction?', lookIn: 'charging document, plea form' },
  {
    code: 'other-offence-condition',
    words: 'Does the other offense meet the condition that the list asks for?',
    lookIn: 'case file',
  },
  { code: 'attorney-review', words: 'The policy leaves this to an attorney: is relief granted?', lookIn: 'case file' },
  { code: 'offence-date', words: 'On what day was the offense?', lookIn: 'arrest report, charging document' },
  {
    code: 'form',
    words: 'Was the conviction of the offense itself, or of an attempt or a conspiracy?',
    lookIn: 'charging document, plea form',
  },
  {
    code: 'home-grown',
    words: 'Was it kept at home, and did it come from up to six plants?',
    lookIn: 'arrest report',
  },
  {
    code: 'attempt',
    words: 'Does HS 11361.8 reach this attempt, which it does not name?',
    lookIn: "counsel's reading of the statute; case file",
  },
  {
    code: 'conspiracy',
    words: 'Does HS 11361.8(a) reach this conspiracy while its sentence is served?',
    lookIn: "counsel's reading of the statute; case file",
  },
  {
    code: 'predecessor-section',
    words: 'Does HS 11361.8 reach this section of before 1973?',
    lookIn: "counsel's reading of the statute",
  },
  {
    code: 'accessory',
    words: 'Was the felony of which the person was an accessory one of cannabis (Boatwright)?',
    lookIn: 'charging document, plea form',
  },
  {
    code: 'accessory-after-sentence',
    words:
      'Does HS 11361.8(e), which names sections, reach this accessory? Boatwright was serving his sentence; this one is over.',
    lookIn: "counsel's reading of the statute; charging document, plea form",
  },
  { code: 'plea-theory', words: 'Did this plea stand for a cannabis offense?', lookIn: 'charging document, plea form' },
  {
    code: 'plea-stands-for',
    words:
      'If the plea stood for cannabis: was that within the limit (28.5 grams, 8 grams of concentrate, six plants, no sale)?',
    lookIn: 'arrest report, charging document, plea form',
  },
  {
    code: 'challenge-super-strike',
    words: 'Can the People prove the condition of the listed offense by clear and convincing evidence?',
    lookIn: 'record of that conviction',
  },
  {
    code: 'challenge-sex-offence',
    words: 'Can the People prove a conviction of PC 290(c) by clear and convincing evidence?',
    lookIn: 'record of that conviction',
  },
  {
    code: 'challenge-registration',
    words: 'Does the registration follow from a conviction of PC 290(c), and can the People prove it?',
    lookIn: 'record of the conviction behind the registration',
  },
  {
    code: 'challenge-priors-of-the-section',
    words: 'Do the People claim that the earlier convictions of the section count, and can they prove them?',
    lookIn: 'records of those convictions',
  },
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

/** `Eligibility Reason` of what waits for answers. Codes keep their spelling; what is printed is American. */
export function reasonOfQuestions(questions: readonly { readonly code: string }[]): string {
  return `Cannot tell: ${questions.map(({ code }) => code.replace(/-/g, ' ').replace('offence', 'offense')).join(', ')}`;
}

export function isQuestion(code: string): boolean {
  return BY_CODE.has(code);
}
