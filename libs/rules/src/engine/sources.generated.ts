// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '39ba3661aa45dee2f3d8574018129d2150f4de223fdb6f66f5be5901bb8bbdbf';
