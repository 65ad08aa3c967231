// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'daa8bd0911ce4948c5fe06e560b6f5c332ae55568c06a95f00a42391711e1d7e';
