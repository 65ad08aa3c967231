// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '744fd933d14c32a3336abf9c8def65baee63e4be5a234e854277dbd7fe0c7d9e';
