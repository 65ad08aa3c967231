// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '1d10a7d78e4f0b693e95241a1198439fbed27c55d7fd2cbb26a2625059d4487e';
