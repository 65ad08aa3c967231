// The servers of tools/servers, for the specs: plain modules that are not built.
export { keepServers } from '../servers/keeper.mjs';
export { freePort } from '../servers/ports.mjs';
export { descriptionOf } from '../start/addresses.mjs';
