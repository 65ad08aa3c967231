// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '2ff27b46bd8735686ef0c29bd0783b82c6c8a977d1206e10ba7f1ba4c6fda3bf';
