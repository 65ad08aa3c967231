// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '43f071c43631df0faf9be6be66d3d8da51ee6fc6bc23ee0a65ab5578b8a49756';
