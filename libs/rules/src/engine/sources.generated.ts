// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '4173265a951a7ed4a889640382ffa3cef32ae861c58b99d5e081b4f2dc3d4320';
