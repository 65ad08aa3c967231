// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '91467eef7c70370c6f3060979eb9ee58dacf7bb868d7b20c8ef791f07ea3693f';
