// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '56a6978e69843ea879e32a05bdfa353e067ce952d547fc949f52cadb1ac0aa1d';
