// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '21632f6c6b5025f08385ea20fc615c6794c6ad5360399d27ba33de73d7d807c1';
