// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '2f0688f79232b0f7ebca7ee3ea1bb182998a816d255d13216371c5cfb76f71bf';
