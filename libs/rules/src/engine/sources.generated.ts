// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = '5018be09d08531c2aae34645d6fc3b0d806f2421246716ff24061e976e08f7e3';
