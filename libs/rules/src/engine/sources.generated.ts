// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '28ebd13afe9c3b4ac1b5d65b220c5731048c8f2d52e6ee5dec76d22551159f58';
