// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '0ff5110d8873b77a5ed771a505e2b30999a074aab70727c394f43a2394fa9689';
