// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = 'ec5474e0a94f74d631e241bc567a3eee4ed96477b8dde946c3893fd67db10679';
