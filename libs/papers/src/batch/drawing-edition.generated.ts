// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = 'a6e8eb0abcb4487dd1f40657953017fc0babd64b085d27e5eaa0d4031b52f403';
