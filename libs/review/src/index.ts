export {
  type Decision,
  DECISION_KINDS,
  type DecisionContent,
  type DecisionEvent,
  type DecisionKind,
  decisionId,
  type DraftDecision,
  isJoin,
  type JoinVerdict,
} from './decisions/decision';
export { decisionsCsv, whatOf } from './decisions/decisions-csv';
export {
  chainDecisions,
  continueDecisions,
  printDecisions,
  readDecisions,
  recordDecisions,
} from './decisions/decisions-file';
export { joinDecisionsOf, joinsInForce, type JoinState, joinStatesOf } from './decisions/join-decisions';
export { decisionsInForce, undoneOf } from './decisions/in-force';
export { DecisionsFileError, ReturnedWorkbookError, ReviewError, type WorkbookProblem } from './errors';
export { noticeLinesOf, type NoticeLine } from './public-defender/notice-lines';
export { publicDefenderCsv, publicDefenderPdf } from './public-defender/public-defender';
export { groupsOf, type QuestionGroup } from './questions/groups';
export { allowedAnswers, type AskedQuestion, readReviewCsv, type ReviewItem } from './questions/review-item';
export { reviewWorkbook } from './questions/review-workbook';
export { answerDecision, importReview, type ImportedReview } from './returned/import-review';
export { madeOfRun, type MadeOf } from './worklists/made-of';
export { importWorklist, type ImportedWorklist } from './worklists/import-worklist';
export { readWorklists, type WorklistItem } from './worklists/worklist-item';
export { WORKLIST_HEADS, worklistWorkbook } from './worklists/worklist-workbook';
export { type Certificate, type CertifiedStratum, readCertificate } from './certify/read-verdicts';
export { type Determined, drawSample, readDetermined, type Sample } from './certify/sample';
export { sampleWorkbook } from './certify/sample-workbook';
export { overallBound, upperBound } from './certify/upper-bound';
export { type AskedPair, pairId, printAskedPair, type SeenRecord, shownHash } from './same-person/asked-pair';
export { askedAbout, type AskedAbout, joinDraft } from './same-person/join-draft';
export { joinedLines, type JoinedWords, joinedWords } from './same-person/joined-words';
export { type JoinedPair, readJoinedPair } from './same-person/joined-pair';
export { inHelpfulOrder, type PairQuestion, pairQuestions } from './same-person/pair-questions';
export { askWords, evidenceWords, joinWords, oddsWords } from './same-person/pair-words';
export { readAskedPairs } from './same-person/read-asked-pair';
export { readSamePersonCsv, samePersonCsv } from './same-person/same-person-csv';
