// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '57404f5a7adc22d32f7a973d77f7f549a8b96af7ea8d0cab7c12d29dec4eebf1';
