// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '112c8141e278ffa04c075792cb0a1b8bbb431ed0e7c5d119e4fe8b4a5b83453b';
