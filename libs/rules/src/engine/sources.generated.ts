// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'e188dea5aef2f2a5cf17847ae926de8edf49c3a3595a293ba29cbddb6b8c8bfe';
