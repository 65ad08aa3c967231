// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'e405485b2fb153a1965d5ec85f5f37269d23ac333c131489541a8c466d84b3e5';
