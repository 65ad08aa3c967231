// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'b2d6acf5e2914a06c8b3babda1647feacd5356f2f0027041f7237ab26bde2987';
