// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'd56692480039e2a4605cf63a763767d355aa08be361f49251e7bb4d3997d26af';
