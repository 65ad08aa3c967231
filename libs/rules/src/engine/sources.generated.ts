// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '74481ba4f23ec9afed8a5113ed84bc293f427bc6643e6c20542130859c92cbed';
