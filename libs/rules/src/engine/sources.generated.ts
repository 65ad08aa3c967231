// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '02e845c3c0e5deb765c809b4dca97738fdf0e17687741d84ba1888be96f5b32a';
