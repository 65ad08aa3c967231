// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '550d6ca10ebb070bbe2db5e1633df7877b5e2c305efc3477d22b422d188d59b4';
