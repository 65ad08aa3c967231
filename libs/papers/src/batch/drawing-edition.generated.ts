// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = 'c5ee894f4c11c88e2bf7335a45cae242736009b5fcca47ae5f1cee7c9064c92c';
