// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '58cb101d8a7e3cfece044fa4a0abc4822f3579d0544b467ecd64a5516c189d24';
