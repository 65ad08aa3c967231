// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '35eaeb3e8b7589bfa852e1be8bc7f5cca8ed5f9e611f5dd5e0f993da64abefc1';
