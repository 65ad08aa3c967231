// The gateway that `npm start` runs in a folder, for whoever stands in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../servers/ports.mjs';
import { isAlive } from '../servers/process-table.mjs';

/** By what a service is noted. */
export { identityOf } from '../servers/process-table.mjs';

/** @typedef {{ name: string, port: number } & import('../servers/process-table.mjs').ProcessIdentity} NotedService */

/** What the last start noted of its services; nothing when none was started. @param {string} file @returns {NotedService[]} */
export function notedServices(file) {
  try {
    const noted = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(noted) ? noted : [];
  } catch {
    return [];
  }
}

/**
 * The address of this folder's own gateway while its very process is alive: another program on the same port, also another
 * clone's gateway, is never taken for it.
 * @param {string} home the `.clearway` of the folder @returns {string | undefined}
 */
export function gatewayHere(home) {
  const gateway = notedServices(join(home, 'services.json')).find(({ name }) => name === 'gateway');
  return gateway && Number.isInteger(gateway.port) && isAlive(gateway)
    ? `http://${LOOPBACK}:${gateway.port}`
    : undefined;
}
