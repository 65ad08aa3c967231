// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '2a4f0721024112de4dc11c78908eb47dbc71a58dc8c2f0f48feba5fc242aaf2d';
