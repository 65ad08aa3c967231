// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '01a939fb4ce19ff198e6c74b14f66aa6d92398b48243cf59c0cc7d368de96c99';
