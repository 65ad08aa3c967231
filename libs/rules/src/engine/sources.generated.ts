// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'e0aaadd36fda764f433a7d23ec192e5745ebdfe755b6456c6fbde84bb8654bab';
