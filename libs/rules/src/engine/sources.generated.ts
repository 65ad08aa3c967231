// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'a0ec3409d323d1974ca186ede1c5920175443d2517627768d6e5d0eeb8fbd15f';
