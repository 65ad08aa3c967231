// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '85601d6cdeea4b0103e9cb5b647c259ccfc084f46ea60a295f0ad10fcff2985e';
