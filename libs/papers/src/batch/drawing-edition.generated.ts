// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = 'a2f56af30e487d7f2dec4d9592e34aefd12e9f6196f1f0f75fafcac65c1d49b2';
