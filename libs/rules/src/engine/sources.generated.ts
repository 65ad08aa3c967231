// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'dcdee516a82f0bc61bbfa2c68e028cbc49241ca0532126f3d2ca3842799875ff';
