// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'd00b36e7d887c2c4adf3b0fff0551adbb59501ad4866f59902f5cd3a1eedc889';
