// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'e5c58843ca93d014e486d9961aac13fd5582a60c5001274873bc09e46f94a3e1';
