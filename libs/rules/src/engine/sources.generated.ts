// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'cdadb7faa6e60801fc391f44b307c1fc589d8e17e9e0429d12d7f676b5d71bc5';
