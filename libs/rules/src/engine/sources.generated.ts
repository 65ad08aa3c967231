// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '5b90fc086e39960086902331f37ddf8e0861a6f221e86019f2c6ed05a141ec4b';
