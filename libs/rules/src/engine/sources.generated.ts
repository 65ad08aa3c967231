// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'c997a39df7a6eeccd791e3ddf3f8d4e7c72dae0abe3470cad35726fec2f68f8c';
