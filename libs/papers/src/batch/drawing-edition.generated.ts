// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '6e855f8aa6bc4f88bc79be3edc57a353425ca8766a3b4f6dfb3f2f1cc9498b9d';
