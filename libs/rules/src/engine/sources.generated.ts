// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '82e4293d98d796f967b629d42a2fd42ee97170d5a6d7e9297295d732d208ef6f';
