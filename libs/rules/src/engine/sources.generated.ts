// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'ef0de8e67e4de2629a838f297b627ccda1f30d5339ab810c276d00cdcef3acb6';
