// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'faa52b0c3c44be4264c0fb9c275e3f2ad4e134193ed8cfcdf33938d712695f86';
