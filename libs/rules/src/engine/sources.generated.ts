// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '0ac3fc7ac3eaa4fefb1a912ae40826d4ecbd9cd7395527d43dc19dc986a1c815';
