// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = 'c3ea7305274754c9832cfcc1dbf3ff8744562b4165e6fa3c8583daa081ea9328';
