// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'cc1b14bda805308d408f436cb73aa1d8469037d4e253ccf6d0e5b1abe1049a18';
