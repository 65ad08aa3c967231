// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'afccb8b35d855057b30d94a05af8a0d216caca5c9f1c5a92155b13948ed65044';
