export { type AboutPerson, HistoryAssembler } from './assembly/assemble-history';
export { dispositionKinds, isOfPerson, saysConvicted } from './assembly/disposition-kind';
export { courtOrder } from './assembly/court-order';
export { isCaseNumber, numbersOfCount } from './assembly/numbers-of-count';
export { emptyRowFacts, type RowDate, type RowFacts, UNREADABLE_DATE } from './assembly/row-facts';
export { citedAnywhere, pointsToComment, readCharge } from './charge/read-charge';
export { convictedCharge } from './charge/convicted-charge';
export { chargeWords, printCitation } from './charge/print-citation';
export { filled } from './filled';
export * from './history';
export { type AboutMerged, mergeHistories } from './merge/merge-histories';
export { sameCase } from './merge/same-case';
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
