// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'd476e87fce199d0c8e157ae63dd2b4068c4b8ea7272c2c2b65c73f97bf1b1044';
