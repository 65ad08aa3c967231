// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '39b3bcfcd9d91ce3d83b43dc7f7073f55708d7e80b4b516a3f9ea3a315d843c2';
