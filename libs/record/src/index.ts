export { type AboutPerson, HistoryAssembler } from './assembly/assemble-history';
export { emptyRowFacts, type RowDate, type RowFacts, UNREADABLE_DATE } from './assembly/row-facts';
export { citedAnywhere, pointsToComment, readCharge } from './charge/read-charge';
export { chargeWords, printCitation } from './charge/print-citation';
export { filled } from './filled';
export * from './history';
export * from './offence';
export * from './partial-date';
export { type PersonKey, personIdOf } from './person-id';
