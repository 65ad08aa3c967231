// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '961c637b2f3574e9bd6bab69d40cecb73e6d0920f669793713cd3a17efd0f82f';
