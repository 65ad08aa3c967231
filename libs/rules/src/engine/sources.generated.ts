// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'a63b2f82152a55cde577d66c1a3eabac02a528e0e3464d6ae3f58c7a7629817d';
