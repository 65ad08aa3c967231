// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'a0434fc2bcb621e6d7fd5a99a5017c7c28b37f54d2c795938956cc63c6a25462';
