// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '6f1cd921e377ab22c6ce11d528380ab6d3e72e118234a514534a0ff1918d1a9a';
