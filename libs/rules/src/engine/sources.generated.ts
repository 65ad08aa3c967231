// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '139669251e38a9bef29110c7f49303b8dbfa9d5e0da7461f5a624a03b1f4ac65';
