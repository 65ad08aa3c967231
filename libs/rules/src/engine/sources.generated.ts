// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '5e9eb1bee3ea614e1365f0427d96d2590b1285142d5d244e296358eafb96ecd3';
