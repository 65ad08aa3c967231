// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'b1fa05258607ccfabbf1dffc5ef9f742980d42b31696128e383647b86498dcc7';
