// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, and the versions of the fonts
export const DRAWING_EDITION = '890beff772a53dfdc9c69d3536b5835ff37f12b7a96abe19ddbd1f472e3da60a';
