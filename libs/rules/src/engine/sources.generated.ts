// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '0f986ff08478455cde66ed453742582f7bcc90a5c70ee694520ea763b0d202dd';
