// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'bb6e176adf21ba113a30e20660e0dbac8ba324ed2ea2ef0710415d07472b887a';
