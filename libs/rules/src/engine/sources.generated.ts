// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '631c0fc9f664f389e1ac5cc624ee6100e305d00ffcd932709109091a64f03ddc';
