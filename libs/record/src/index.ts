export { citedAnywhere, pointsToComment, readCharge } from './charge/read-charge';
export { chargeWords, printCitation } from './charge/print-citation';
export * from './history';
export * from './offence';
export * from './partial-date';
