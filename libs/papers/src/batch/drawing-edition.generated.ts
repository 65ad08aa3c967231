// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '6a5ab785f47ab2995598b3d699de69079a9461f6d38c4fef9e82075d976ac621';
