// The values that are looked for in everything, for the specs: plain modules that are not built.
export { PLANTED, PLANTED_NAMES, PLANTED_NUMBERS, plantedIn } from '../test/planted.mjs';
