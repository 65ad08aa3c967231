// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = 'be84dce2f88b3b4b546e43b80f512c88088de3b29a6d5850e9d448e45e59c39a';
