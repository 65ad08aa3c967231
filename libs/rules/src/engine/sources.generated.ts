// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '1558efdc5f18aa0b435805ad8ea980726b9017560f0d68648bddf8c1ee684ca9';
