// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'b2014bcdfb184d71cb40fc1d88883e526a6c2c44f218c5cb56e16971b1eadbfa';
