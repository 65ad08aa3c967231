// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module and template of libs/papers/src, libs/papers/templates, libs/typesetting/src, libs/court-forms/src, and the versions of what draws
export const DRAWING_EDITION = '6c485221990cb12dba32252a85fbf442f1ad2efd3da0d66085fe29c8582d7ce6';
