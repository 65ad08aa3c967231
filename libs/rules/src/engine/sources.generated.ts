// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '84ec7cde8e3d2044cbc58e4d435382f02e1cd8739265b6cf0e8b8ecd6dd8ac47';
