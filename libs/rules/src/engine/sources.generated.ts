// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '654dceb46fdcabc6eef6d59cc81d5b0a2e2d970757e1b6d20e08c8bd3a6db793';
