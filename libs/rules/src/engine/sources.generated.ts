// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '6a38fdaac5e4b30fc23b25049545fb8f6518710de5275960e57fcd714da16ebe';
