// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '08b3faf9dcafaef0fb524bc3306355e1e6345532d86707557cf0c37ef831ffe7';
