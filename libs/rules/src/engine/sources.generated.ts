// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '092d70cd59c5002c200f2013c16efe96c9c75f4707e960d3d18408d48588fb1b';
