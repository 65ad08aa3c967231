// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '97492366ad2ca5a662866f64f4a3e868b05f3780dee4de8ae97c2cd8cbd1e4cd';
