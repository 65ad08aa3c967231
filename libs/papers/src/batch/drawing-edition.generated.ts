// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = '051d0fca18646b8c9684aae7839419bba7c8a0c93e4f6158c2089664cff53597';
