// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '233fcbd039119d3c83db234035b90d257b408e5283fe97087c0dbf01d7b65f5c';
