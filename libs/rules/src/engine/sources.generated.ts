// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'b702c322eaa4d235193733f4bbc563e71957cebaaa20f19813d46f83ff171689';
