// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'c6d87af9a43f05c9093ffec42921cd4f77d2fb68b2b17bafd4b934de171dd12e';
