// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = 'cb878d5ff3493be03bba49dbd29985a0cdadd50236950ef7b4d9e91651c54aad';
