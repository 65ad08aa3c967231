// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '1f448820b7913394df82d73ff22f20ce60adead8d461e08a8982a63bd93f29b2';
