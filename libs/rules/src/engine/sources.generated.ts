// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// every module of libs/rules/src, libs/record/src/charge, libs/record/src/partial-date.ts that decides
export const SOURCES_DIGEST = 'a618ff59c368a57a1c1542b9230e18d4a794e2d2a4cd72b6b0f34dd44b332728';
