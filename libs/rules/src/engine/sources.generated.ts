// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '210e539c0537f12416891ec4e803836249b39ac8d628e4664e2247a59a7b2ef0';
