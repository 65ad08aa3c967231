export { AfterOrder, type CourtFileRow, type GrantedLine, type SeenLine } from './after-order/after-order';
export { type Seen } from './after-order/change-seen';
export { readCourtFile } from './after-order/read-court-file';
export { checkReceipt, type CheckedReceipt } from './answers/check-receipt';
export { batchCorrected, correctedChain, correctionOf } from './answers/correction';
export {
  type ChangedLine,
  compareLines,
  compareRows,
  differenceOfRows,
  isDifferent,
  NO_DIFFERENCE,
  type RowsCompared,
} from './batch/difference';
export { batchMade } from './batch/draft-made';
export { lineKey, madeLines, rowDigest } from './batch/line-identity';
export { type LookedAtFile, type VerifiedBatch, verifyBatch } from './batch/verify-batch';
export { type Danger, DANGER_WORDS, DANGERS } from './dangers/danger';
export { DangerBook, type DangerLine, type FiledLine, type FiledPacket } from './dangers/danger-book';
export {
  dangerCounts,
  dangerListCsv,
  dangerListWorkbook,
  type ListedDanger,
  readDangerList,
} from './dangers/danger-list';
export { type BatchDangers, dangersOfPackets, deniedBefore } from './dangers/dangers-of-batch';
export { addDays, daysBetween } from './days';
export { BookFileError, BookRuleError, BookTieError } from './errors';
export {
  chainEvents,
  eventHash,
  NOTHING_BEFORE,
  printEvents,
  type ReadBook,
  readBook,
  type Recorder,
  verifyChain,
} from './events/chain';
export {
  type BatchDifference,
  BookEvent,
  type BookEventKind,
  type DraftEvent,
  type EventOf,
  type FileChange,
  type MadeLine,
} from './events/event';
export { openList } from './lists/open-list';
export { resendList } from './lists/resend-list';
export { rowOfLine, type RowOfLine } from './lists/row-of-line';
export { stateList } from './lists/state-list';
export { type BatchCounts, countsOf, LINE_STANDINGS, type LineStanding, standingOf } from './reports/batch-counts';
export { bookFacts, type BookFacts, type NoFactReason } from './reports/case-facts';
export { assertTestCameBack, matchesOf, questionsToAsk } from './reports/matches-of';
export { type Age, ageOf, AGES, type OpenLine, openLines, type ResendLine, resendLines } from './reports/open-lines';
export { DAYS_TO_REPORT, type StateDuty, stateDuties } from './reports/state-duties';
export { applyEvents, problemsOfLast } from './state/apply-events';
export * from './state/book-state';
