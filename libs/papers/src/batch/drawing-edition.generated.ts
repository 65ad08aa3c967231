// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = '71cb9a0822431214c20bf654cabb60aade99886fb9948c839bcb6130657266b1';
