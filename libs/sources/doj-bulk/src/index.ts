export { COLUMN_NAMES, CONDENSED_COLUMNS, IDENTITY_COLUMNS } from './columns';
export { requireCounty } from './county';
export * from './errors';
export { readPersons, type ReadPersonsOptions } from './persons/read-persons';
export { type RejectReason } from './rows/row-reader';
export * from './scan/population';
export { scanPopulation, type ScanOptions } from './scan/scan-population';
