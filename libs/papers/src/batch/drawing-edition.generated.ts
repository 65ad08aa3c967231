// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = 'a5966f7316c516d99601580de5cb214b0c4cf6b8379893047f3108db61ef2710';
