// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'd7c0883a459554c7ea7b3afbc10e9ace7019b86b3fcaf6ee6501d327f5082a30';
