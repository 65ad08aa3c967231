// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'ac9791b593cb05ceed0c3664421f1e2a478dd852819fb0f0a9434cc78472c41f';
