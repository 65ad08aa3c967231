// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '6cea77d3f2f8542d099224c56262bbaa94289aa24945385dec58f2301a4f65e1';
