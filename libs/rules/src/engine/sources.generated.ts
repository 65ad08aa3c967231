// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '1a0911e8db5a4d4bd42616bf48f88c29ffa0ce439bd09c077517bd33d670bc60';
