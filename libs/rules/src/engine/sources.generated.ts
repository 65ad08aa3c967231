// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '025124e2228f291bac052a6d825cdb115cc5f79fdb2b0ff8d461f863d07e5694';
