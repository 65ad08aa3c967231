// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '35e0e968efbcacde7eaa708cdf8705a48399ca749d343a05b73534e01760bce0';
