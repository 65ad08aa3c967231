// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '83cec57503a8a3cee8c8886993e4e9ae83b25f8025a9847ead31b9903c15c5a8';
