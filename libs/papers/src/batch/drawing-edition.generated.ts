// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = 'adbe76c2acdc17dd72e8b775badd76997bd58e3f8ada99e5c2df19b27736471f';
