// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '196b0e301f453e6989596cca0a4b06dca0b3cf8b2e3fe6e8f7632a5979c0a904';
