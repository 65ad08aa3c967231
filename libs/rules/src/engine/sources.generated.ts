// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '5192e0fe91d88367dc177cee6a99cd8bae33b72ac0a2826aace0c274dc6041cd';
