// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '87a90e7b4f6256d20b4c993f22d1475946fe10d12aa3562844fad9320d51d267';
