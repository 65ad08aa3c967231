// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'c5a72d374dbec25ab97d6bb00593b7b21f7c133ba257e9140791a4bcdb256bd3';
