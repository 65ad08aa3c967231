// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '4a7f7960ae68bc769847c98e87486d7ebdd30c8a8305bfdfa529c98d2993744c';
