export { type AboutPerson, HistoryAssembler } from './assembly/assemble-history';
export { BareCounts } from './assembly/bare-count';
export { dispositionKinds, isOfPerson, saysConvicted } from './assembly/disposition-kind';
export { courtOrder } from './assembly/court-order';
export { isCaseNumber, numbersOfCount } from './assembly/numbers-of-count';
export { emptyRowFacts, type RowDate, type RowFacts, UNREADABLE_DATE } from './assembly/row-facts';
export { citedAnywhere, pointsToComment, readCharge } from './charge/read-charge';
export { convictedCharge } from './charge/convicted-charge';
export { isLongerNumber } from './charge/longer-number';
export { chargeWords, printCitation } from './charge/print-citation';
export * from './chained-lines/chained-lines';
export { filled } from './filled';
export * from './history';
export { type Covered, type Coverage, coveredBy } from './courthouses/coverage';
export { type Courthouse, courthouseOf, countyNamed, displayOf, isCourt } from './courthouses/courthouse';
export { courthousePlace } from './courthouses/courthouse-place';
export { type AboutMerged, mergeHistories } from './merge/merge-histories';
export { disputedArrests } from './merge/arrests';
export { sameCase } from './merge/same-case';
export { settleRows } from './merge/settle-rows';
export { alikeCharges } from './charge/alike-charges';
export * from './offence';
// By name: what a star exports is looked up by its name at every use, and dates are compared for every row.
export {
  addYears,
  type CalendarDate,
  dayOf,
  daysInMonth,
  earliestDay,
  isBefore,
  isFullDate,
  isLeapYear,
  isOnOrBefore,
  latestDay,
  MISSING_DATE,
  monthOf,
  parseCalendarDate,
  parsePartialDate,
  type PartialDate,
  printDate,
  type Verdict,
  yearOf,
} from './partial-date';
export { type PersonKey, personIdOf } from './person-id';
export {
  type AppliedCorrection,
  type CorrectedHistory,
  type Correction,
  type CorrectionField,
  CORRECTION_FIELDS,
  correctionKey,
  type CorrectionPlace,
} from './corrections/correction';
export { CORRECTED_DISPOSITIONS, CORRECTED_SEVERITIES, readCorrectionValue } from './corrections/correction-value';
export * from './corrections/corrections-file';
export { correct } from './corrections/correct';
export { type Impossible, IMPOSSIBLE, impossibleAlone, impossibleInRecord } from './corrections/impossible';
export { judgeDrafts, type RefusedDraft } from './corrections/judge-drafts';
export { sentencesOfSource, settle } from './corrections/settle';
export { recordedValue } from './corrections/recorded-value';
export { CANNABIS_DIGITS } from './quality/count-parts';
export { type Defect, DEFECT_KINDS, type DefectKind, type SourceFile, type SourceKind } from './quality/defect';
export { defectsOf } from './quality/defects-of';
