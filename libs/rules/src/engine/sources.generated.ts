// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '6c39bb3fffc46ffbd335d498d40660686f8fee1d5baaada72082f80fab3ab754';
