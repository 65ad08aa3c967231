// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'c3c7162ead770039e296eaeb9d3a82a748a504a71a658cfae2ef95b18c5da8c4';
