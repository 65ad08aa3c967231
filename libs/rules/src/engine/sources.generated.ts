// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '58ff8c1407d6ce8023cbca6f36b97101bb02100977df9e2ed07c8deea3538bd7';
