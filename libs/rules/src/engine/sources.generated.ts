// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '95c67f891d64da76bbfeab727e5c934187975142bc42b843a20e78e7cb6b7d9e';
