// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '6d02934ff94cdb3a80cd1b75d2af5195476215cfcb498e7de59e28c10e1cad48';
