// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'f69b25b4f0829b92c3023a5be2b2c9515ba65f7a6965b7fbee5f48e46f6bc05f';
