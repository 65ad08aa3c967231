// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '6342fe34a7b576a93ef9321f4ffaad08add89cb222c20e03ee16de61f627e3fd';
