// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '0bd272454a5f7d3a1929fdd7b087e031aed2624856af364832894fb6d8b6dad2';
